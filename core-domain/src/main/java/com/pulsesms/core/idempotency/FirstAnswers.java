package com.pulsesms.core.idempotency;

import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs each call once and gives its first answer to whoever repeats it. What a call changes and what is answered are
 * stored in one transaction, so that a process may die at any time: either both are there, and the answer is given again,
 * or neither is, and the call is run anew.
 */
public final class FirstAnswers {
    /** How long an answer is given again. */
    public static final Duration KEPT = Duration.ofHours(24);

    private final AnswerStore store;
    private final Transactions transactions;
    private final Clock clock;

    public FirstAnswers(AnswerStore store, Transactions transactions, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Runs {@code work}, which ends with its answer, unless that was done before.
     *
     * @param fingerprint of what is asked for
     * @return the answer that was given before; empty if the work was done now
     * @throws Refusal.KeyReused if the key was given to a call with another fingerprint
     * @throws Refusal.Conflict {@code idempotency_in_progress} if the call runs at this moment, on any node
     */
    public Optional<String> answered(CallKey key, String fingerprint, Supplier<String> work) {
        open(key, fingerprint);
        return transactions.call(() -> {
            var answer = store.lock(key).orElseThrow(FirstAnswers::inProgress).answer();
            if (answer.isEmpty()) {
                store.answer(key, work.get());
            }
            return answer;
        });
    }

    /** Keeps what was answered to a call that was refused, and so has changed nothing. */
    public void refused(CallKey key, String answer) {
        transactions.run(() -> store.answer(key, answer));
    }

    /** Forgets what is too old to be given again. */
    public void forgetOld() {
        transactions.run(() -> store.forget(oldest()));
    }

    private void open(CallKey key, String fingerprint) {
        transactions.run(() -> {
            var found = store.find(key);
            if (found.filter(call -> call.openedAt().isBefore(oldest())).isPresent()) {
                store.remove(key);
                found = Optional.empty();
            }
            if (found.isEmpty()) {
                store.open(key, fingerprint, clock.instant());
                found = store.find(key);
            }
            if (found.filter(call -> !call.fingerprint().equals(fingerprint)).isPresent()) {
                throw new Refusal.KeyReused();
            }
        });
    }

    private Instant oldest() {
        return clock.instant().minus(KEPT);
    }

    private static Refusal inProgress() {
        return new Refusal.Conflict(
                "idempotency_in_progress", "The first call with this key is still running: ask again in a moment");
    }
}
