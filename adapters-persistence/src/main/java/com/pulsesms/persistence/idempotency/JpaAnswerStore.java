package com.pulsesms.persistence.idempotency;

import com.pulsesms.core.idempotency.AnswerStore;
import com.pulsesms.core.idempotency.CallKey;
import com.pulsesms.core.idempotency.KeptCall;
import com.pulsesms.persistence.Columns;
import com.pulsesms.persistence.JpaTransactions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Calls and their answers in the database. Who runs a call holds the lock of its row, which ends with the transaction. */
public final class JpaAnswerStore implements AnswerStore {
    private static final String SELECT = "select * from first_answer where caller = ? and call_key = ?";

    private final JpaTransactions transactions;

    public JpaAnswerStore(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void open(CallKey key, String fingerprint, Instant at) {
        transactions.sql(sql -> sql.update(
                "insert into first_answer (caller, call_key, fingerprint, opened_at) values (?, ?, ?, ?)"
                        + " on conflict do nothing",
                key.caller(),
                key.key(),
                fingerprint,
                at));
    }

    @Override
    public Optional<KeptCall> find(CallKey key) {
        return first(SELECT, key);
    }

    @Override
    public Optional<KeptCall> lock(CallKey key) {
        return first(SELECT + " for update skip locked", key);
    }

    private Optional<KeptCall> first(String query, CallKey key) {
        return transactions.sql(sql -> sql.query(query, row -> read(key, row), key.caller(), key.key())).stream()
                .findFirst();
    }

    private static KeptCall read(CallKey key, Columns row) throws SQLException {
        return new KeptCall(
                key,
                row.text("fingerprint"),
                row.optionalInstant("opened_at").orElseThrow(),
                row.optionalText("answer"));
    }

    @Override
    public void answer(CallKey key, String answer) {
        transactions.sql(sql -> sql.update(
                "update first_answer set answer = ? where caller = ? and call_key = ? and answer is null",
                answer,
                key.caller(),
                key.key()));
    }

    @Override
    public void remove(CallKey key) {
        transactions.sql(sql ->
                sql.update("delete from first_answer where caller = ? and call_key = ?", key.caller(), key.key()));
    }

    @Override
    public void forget(Instant before) {
        transactions.sql(sql -> sql.update("delete from first_answer where opened_at < ?", before));
    }
}
