package com.pulsesms.persistence.identity;

import com.pulsesms.core.identity.User;
import com.pulsesms.core.identity.UserStore;
import com.pulsesms.core.kernel.EmailAddress;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.UserId;
import com.pulsesms.persistence.JpaTransactions;
import java.util.Optional;

/** People in the database. */
public final class JpaUserStore implements UserStore {
    private final JpaTransactions transactions;

    public JpaUserStore(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void insert(User user) {
        var inserted = transactions.sql(sql -> sql.update(
                "insert into person (id, email, name, password_hash, created_at, revision) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                user.id().value(),
                user.email().value(),
                user.name(),
                user.passwordHash(),
                user.createdAt(),
                user.revision()));
        if (inserted == 0) {
            throw new Refusal.Conflict("email_taken", "Somebody has an account with this e-mail address");
        }
    }

    @Override
    public Optional<User> find(UserId id) {
        return transactions.rows(rows ->
                Optional.ofNullable(rows.find(PersonRow.class, id.value())).map(PersonRow::toUser));
    }

    @Override
    public Optional<User> findByEmail(EmailAddress email) {
        return transactions.rows(
                rows -> rows.createQuery("select p from PersonRow p where p.email = :email", PersonRow.class)
                        .setParameter("email", email.value())
                        .getResultStream()
                        .findFirst()
                        .map(PersonRow::toUser));
    }
}
