package com.pulsesms.persistence.identity;

import com.pulsesms.core.identity.Session;
import com.pulsesms.core.identity.SessionStore;
import com.pulsesms.core.kernel.SessionId;
import com.pulsesms.persistence.JpaTransactions;
import java.time.Instant;
import java.util.Optional;

/** Sign-ins in the database. */
public final class JpaSessionStore implements SessionStore {
    private final JpaTransactions transactions;

    public JpaSessionStore(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void insert(Session session) {
        transactions.changeRows(rows -> rows.persist(SessionRow.of(session)));
    }

    @Override
    public Optional<Session> find(SessionId id) {
        return transactions.rows(rows ->
                Optional.ofNullable(rows.find(SessionRow.class, id.value())).map(SessionRow::toSession));
    }

    @Override
    public void revoke(SessionId id, Instant at) {
        transactions.sql(sql -> sql.update(
                "update person_session set revoked_at = ? where id = ? and revoked_at is null", at, id.value()));
    }
}
