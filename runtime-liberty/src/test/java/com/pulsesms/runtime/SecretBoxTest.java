package com.pulsesms.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SecretBoxTest {
    private final SecretBox box = new SecretBox("a secret of the operator");

    @Test
    void opensWhatItClosed() throws Exception {
        var closed = box.close("private key".getBytes(UTF_8));

        assertThat(new SecretBox("a secret of the operator").open(closed))
                .asString(UTF_8)
                .isEqualTo("private key");
        assertThat(closed).asString(UTF_8).doesNotContain("private key");
    }

    @Test
    void opensNothingForAnotherSecret() {
        var closed = box.close("private key".getBytes(UTF_8));

        assertThatThrownBy(() -> new SecretBox("another").open(closed)).isInstanceOf(SecretBox.WrongSecret.class);
    }

    @Test
    void opensNothingThatWasChanged() {
        var closed = box.close("private key".getBytes(UTF_8));

        closed[closed.length - 1]++;

        assertThatThrownBy(() -> box.open(closed)).isInstanceOf(SecretBox.WrongSecret.class);
    }

    @Test
    void closesTheSameDifferentlyEachTime() {
        assertThat(box.close(new byte[8])).isNotEqualTo(box.close(new byte[8]));
    }
}
