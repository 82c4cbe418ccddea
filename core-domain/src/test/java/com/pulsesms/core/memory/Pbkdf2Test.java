package com.pulsesms.core.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.identity.PasswordHasher;
import com.pulsesms.core.identity.PasswordHasherContract;
import org.junit.jupiter.api.Test;

class Pbkdf2Test implements PasswordHasherContract {
    @Override
    public PasswordHasher hasher() {
        return new Pbkdf2(10);
    }

    @Test
    void worksAsHardAsOwaspAsksUnlessToldOtherwise() {
        assertThat(new Pbkdf2().hash("correct horse")).startsWith("600000:");
    }

    @Test
    void stillKnowsPasswordsThatWereHashedWithLessWork() {
        var old = new Pbkdf2(5).hash("correct horse");

        assertThat(hasher().matches("correct horse", old)).isTrue();
    }
}
