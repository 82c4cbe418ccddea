package com.pulsesms.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every adapter of {@link PasswordHasher} keeps. */
public interface PasswordHasherContract {
    PasswordHasher hasher();

    @Test
    default void knowsThePasswordThatItHashed() {
        var hash = hasher().hash("correct horse battery staple");

        assertThat(hasher().matches("correct horse battery staple", hash)).isTrue();
    }

    @Test
    default void knowsNoOtherPassword() {
        var hash = hasher().hash("correct horse battery staple");

        assertThat(hasher().matches("Correct horse battery staple", hash)).isFalse();
        assertThat(hasher().matches("", hash)).isFalse();
    }

    @Test
    default void tellsPasswordsApartThatDifferInTheirLastCharacterOnly() {
        var hash = hasher().hash("a".repeat(127) + "b");

        assertThat(hasher().matches("a".repeat(127) + "c", hash)).isFalse();
    }

    @Test
    default void takesAnyCharacter() {
        var hash = hasher().hash("лозинка 密码 🔑");

        assertThat(hasher().matches("лозинка 密码 🔑", hash)).isTrue();
        assertThat(hasher().matches("лозинка 密码 🔒", hash)).isFalse();
    }

    @Test
    default void hashesTheSamePasswordDifferentlyEachTimeAndDoesNotShowIt() {
        var one = hasher().hash("correct horse");
        var two = hasher().hash("correct horse");

        assertThat(one).isNotEqualTo(two).doesNotContain("correct");
    }
}
