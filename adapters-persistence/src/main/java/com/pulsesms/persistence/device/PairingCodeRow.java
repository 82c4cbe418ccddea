package com.pulsesms.persistence.device;

import com.pulsesms.core.device.PairingCode;
import com.pulsesms.core.kernel.OrganizationId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@Entity
@Table(name = "pairing_code")
class PairingCodeRow {
    @Id
    String hash;

    @Column(name = "organization_id")
    UUID organization;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "used_by")
    String usedBy;

    protected PairingCodeRow() {}

    static PairingCodeRow of(PairingCode code) {
        var row = new PairingCodeRow();
        row.hash = code.hash();
        row.organization = code.organization().value();
        row.expiresAt = code.expiresAt();
        row.usedBy = code.usedBy().orElse(null);
        return row;
    }

    PairingCode toPairingCode() {
        return new PairingCode(hash, new OrganizationId(organization), expiresAt, Optional.ofNullable(usedBy));
    }
}
