package com.pulsesms.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What every adapter of {@link Vault} keeps. */
public interface VaultContract {
    Vault vault();

    @Test
    default void givesBackWhatItEncrypted() {
        for (var plain : new String[] {"", "whsec_abc", "Živa \uD83D\uDE00".repeat(100)}) {
            assertThat(vault().decrypt(vault().encrypt(plain))).isEqualTo(plain);
        }
    }

    @Test
    default void showsNothingOfWhatItEncrypted() {
        var encrypted = vault().encrypt("whsec_abc");

        assertThat(encrypted).doesNotContain("whsec", "abc");
        assertThat(vault().encrypt("whsec_abc")).isNotEqualTo(encrypted);
    }

    @Test
    default void refusesWhatWasChanged() {
        var encrypted = vault().encrypt("whsec_abc");
        var first = encrypted.charAt(0) == 'A' ? "B" : "A";

        assertThatThrownBy(() -> vault().decrypt(first + encrypted.substring(1)))
                .isInstanceOf(IllegalStateException.class);
    }
}
