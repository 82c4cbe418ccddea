package com.pulsesms.core.memory;

import com.pulsesms.core.identity.User;
import com.pulsesms.core.identity.UserStore;
import com.pulsesms.core.kernel.EmailAddress;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.UserId;
import java.util.Comparator;
import java.util.Optional;

/** People in a {@link MemoryDatabase}. */
public final class MemoryUserStore implements UserStore {
    private final MemoryDatabase database;
    private final Table<UserId, User> users;
    private final Table<EmailAddress, UserId> byEmail;

    public MemoryUserStore(MemoryDatabase database) {
        this.database = database;
        this.users = database.tableById(UserId::value);
        this.byEmail = database.table(Comparator.comparing(EmailAddress::value));
    }

    @Override
    public void insert(User user) {
        database.atomically(() -> {
            if (byEmail.contains(user.email())) {
                throw new Refusal.Conflict("email_taken", "Somebody has signed up with this e-mail address already");
            }
            users.insert(user.id(), user);
            byEmail.insert(user.email(), user.id());
        });
    }

    @Override
    public Optional<User> find(UserId id) {
        return users.find(id);
    }

    @Override
    public Optional<User> findByEmail(EmailAddress email) {
        return database.atomically(() -> byEmail.find(email).flatMap(users::find));
    }
}
