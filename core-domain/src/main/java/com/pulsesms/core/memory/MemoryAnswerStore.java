package com.pulsesms.core.memory;

import com.pulsesms.core.idempotency.AnswerStore;
import com.pulsesms.core.idempotency.CallKey;
import com.pulsesms.core.idempotency.KeptCall;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** Calls and their answers, in a {@link MemoryDatabase}; its transactions are alone, so that nobody else locks a call. */
final class MemoryAnswerStore implements AnswerStore {
    private final MemoryDatabase database;
    private final Table<CallKey, KeptCall> calls;

    MemoryAnswerStore(MemoryDatabase database) {
        this.database = database;
        this.calls = database.table(Comparator.comparing(CallKey::caller).thenComparing(CallKey::key));
    }

    @Override
    public void open(CallKey key, String fingerprint, Instant at) {
        database.atomically(() -> {
            if (!calls.contains(key)) {
                calls.insert(key, new KeptCall(key, fingerprint, at, Optional.empty()));
            }
        });
    }

    @Override
    public Optional<KeptCall> find(CallKey key) {
        return calls.find(key);
    }

    @Override
    public Optional<KeptCall> lock(CallKey key) {
        return calls.find(key);
    }

    @Override
    public void answer(CallKey key, String answer) {
        database.atomically(() -> find(key)
                .filter(call -> call.answer().isEmpty())
                .ifPresent(call ->
                        calls.put(key, new KeptCall(key, call.fingerprint(), call.openedAt(), Optional.of(answer)))));
    }

    @Override
    public void remove(CallKey key) {
        calls.remove(key);
    }

    @Override
    public void forget(Instant before) {
        database.atomically(() -> calls.rows()
                .filter(call -> call.openedAt().isBefore(before))
                .map(KeptCall::key)
                .toList()
                .forEach(calls::remove));
    }
}
