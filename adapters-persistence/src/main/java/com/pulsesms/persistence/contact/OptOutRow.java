package com.pulsesms.persistence.contact;

import com.pulsesms.core.contact.OptOut;
import com.pulsesms.core.kernel.OptOutId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.PhoneNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Opt-outs are written by SQL, many at a time; this reads them. */
@Entity
@Table(name = "opt_out")
class OptOutRow {
    @Id
    UUID id;

    @Column(name = "organization_id")
    UUID organization;

    String phone;
    String reason;

    @Column(name = "opted_out_at")
    Instant at;

    protected OptOutRow() {}

    OptOut toOptOut() {
        return new OptOut(
                new OptOutId(id),
                new OrganizationId(organization),
                new PhoneNumber(phone),
                Optional.ofNullable(reason),
                at);
    }
}
