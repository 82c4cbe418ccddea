package com.pulsesms.runtime;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.kernel.Vault;
import com.pulsesms.core.kernel.VaultContract;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class AesVaultTest implements VaultContract {
    @Override
    public Vault vault() {
        return under(1);
    }

    private static Vault under(int key) {
        var bytes = new byte[32];
        bytes[0] = (byte) key;
        return new AesVault(() -> new SecretKeySpec(bytes, "AES"));
    }

    @Test
    void refusesWhatAnotherKeyEncrypted() {
        assertThatThrownBy(() -> under(2).decrypt(under(1).encrypt("secret")))
                .isInstanceOf(IllegalStateException.class);
    }
}
