package com.pulsesms.persistence.identity;

import com.pulsesms.core.identity.User;
import com.pulsesms.core.kernel.EmailAddress;
import com.pulsesms.core.kernel.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A {@link User}: in SQL that word is taken. */
@Entity
@Table(name = "person")
class PersonRow {
    @Id
    UUID id;

    String email;
    String name;

    @Column(name = "password_hash")
    String passwordHash;

    @Column(name = "created_at")
    Instant createdAt;

    int revision;

    protected PersonRow() {}

    User toUser() {
        return new User(new UserId(id), new EmailAddress(email), name, passwordHash, createdAt, revision);
    }
}
