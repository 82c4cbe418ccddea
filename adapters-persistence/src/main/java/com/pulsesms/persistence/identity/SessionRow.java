package com.pulsesms.persistence.identity;

import com.pulsesms.core.identity.Session;
import com.pulsesms.core.kernel.SessionId;
import com.pulsesms.core.kernel.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@Entity
@Table(name = "person_session")
class SessionRow {
    @Id
    UUID id;

    @Column(name = "person_id")
    UUID person;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "revoked_at")
    Instant revokedAt;

    protected SessionRow() {}

    static SessionRow of(Session session) {
        var row = new SessionRow();
        row.id = session.id().value();
        row.person = session.user().value();
        row.createdAt = session.createdAt();
        row.expiresAt = session.expiresAt();
        row.revokedAt = session.revokedAt().orElse(null);
        return row;
    }

    Session toSession() {
        return new Session(new SessionId(id), new UserId(person), createdAt, expiresAt, Optional.ofNullable(revokedAt));
    }
}
