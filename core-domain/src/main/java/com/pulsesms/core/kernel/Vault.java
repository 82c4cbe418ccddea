package com.pulsesms.core.kernel;

/** Encrypts secrets that must be read again, so that who sees only the stored data learns none of them. */
@DrivenPort
public interface Vault {
    /** The same text gives another result each time. */
    String encrypt(String plain);

    /** @throws IllegalStateException if it was encrypted by another key, or changed since */
    String decrypt(String encrypted);
}
