package com.pulsesms.core.device;

import com.pulsesms.core.kernel.DrivenPort;
import java.time.Instant;
import java.util.Optional;

/** Keeps pairing codes while they live. */
@DrivenPort
public interface PairingCodeStore {
    void insert(PairingCode code);

    /** Finds and keeps others from using it until the transaction ends; the code itself is the proof. */
    Optional<PairingCode> lock(String hash);

    void use(PairingCode used);

    /** Forgets those that expired before {@code time}. */
    void forgetExpired(Instant time);
}
