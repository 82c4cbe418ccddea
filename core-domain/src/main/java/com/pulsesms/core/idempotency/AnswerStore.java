package com.pulsesms.core.idempotency;

import com.pulsesms.core.kernel.DrivenPort;
import java.time.Instant;
import java.util.Optional;

/** Keeps which calls were begun and what was answered to them. */
@DrivenPort
public interface AnswerStore {
    /** Keeps a call without an answer, unless one with its key is there. */
    void open(CallKey key, String fingerprint, Instant at);

    /** Waits for nobody. */
    Optional<KeptCall> find(CallKey key);

    /**
     * Finds the call and keeps others from {@linkplain #lock locking} it until the current transaction ends; it ends, too,
     * when its process dies.
     *
     * @return empty, without waiting, if another transaction has locked it, or there is none
     */
    Optional<KeptCall> lock(CallKey key);

    /** Keeps the answer in the current transaction, unless there is one. */
    void answer(CallKey key, String answer);

    void remove(CallKey key);

    /** Forgets all that was opened before. */
    void forget(Instant before);
}
