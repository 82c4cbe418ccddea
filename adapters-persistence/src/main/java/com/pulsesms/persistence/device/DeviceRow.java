package com.pulsesms.persistence.device;

import com.pulsesms.core.device.Device;
import com.pulsesms.core.device.Hardware;
import com.pulsesms.core.device.Pace;
import com.pulsesms.core.device.PartCap;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.OrganizationId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

@Entity
@Table(name = "device")
class DeviceRow {
    @Id
    UUID id;

    @Column(name = "organization_id")
    UUID organization;

    String name;
    String installation;
    String manufacturer;
    String model;

    @Column(name = "android_version")
    String androidVersion;

    @Column(name = "app_version")
    String appVersion;

    String sims;

    @Column(name = "parts_per_minute")
    Integer partsPerMinute;

    @Column(name = "parts_per_hour")
    Integer partsPerHour;

    @Column(name = "parts_per_day")
    Integer partsPerDay;

    @Column(name = "sim_caps")
    String simCaps;

    @Column(name = "token_hash")
    String tokenHash;

    @Column(name = "paired_at")
    Instant pairedAt;

    @Column(name = "removed_at")
    Instant removedAt;

    @Column(name = "last_seen_at")
    Instant lastSeenAt;

    String vitals;
    int revision;

    protected DeviceRow() {}

    static DeviceRow of(Device device) {
        var row = new DeviceRow();
        row.id = device.id().value();
        row.organization = device.organization().value();
        row.installation = device.installation();
        row.vitals = VitalsJson.of(device.vitals());
        row.revision = device.revision();
        row.copySettings(device);
        row.copyPairing(device);
        return row;
    }

    void save(Device device) {
        if (!tokenHash.equals(device.tokenHash())) {
            copyPairing(device);
        }
        copySettings(device);
        revision++;
    }

    private void copySettings(Device device) {
        name = device.name();
        partsPerMinute = orNull(device.pace().device().partsPerMinute());
        partsPerHour = orNull(device.pace().device().partsPerHour());
        partsPerDay = orNull(device.pace().device().partsPerDay());
        simCaps = SimCapsJson.of(device.pace().sims());
        removedAt = device.removedAt().orElse(null);
    }

    private void copyPairing(Device device) {
        manufacturer = device.hardware().manufacturer();
        model = device.hardware().model();
        androidVersion = device.hardware().androidVersion();
        appVersion = device.hardware().appVersion();
        sims = SimsJson.of(device.sims());
        tokenHash = device.tokenHash();
        pairedAt = device.pairedAt();
        lastSeenAt = device.lastSeenAt().orElse(null);
    }

    private static Integer orNull(OptionalInt cap) {
        return cap.isPresent() ? cap.getAsInt() : null;
    }

    private static OptionalInt cap(Integer parts) {
        return parts == null ? OptionalInt.empty() : OptionalInt.of(parts);
    }

    private Pace pace() {
        var device = new PartCap(cap(partsPerMinute), cap(partsPerHour), cap(partsPerDay));
        return new Pace(device, SimCapsJson.toCaps(simCaps));
    }

    Device toDevice() {
        return new Device(
                new DeviceId(id),
                new OrganizationId(organization),
                name,
                installation,
                new Hardware(manufacturer, model, androidVersion, appVersion),
                SimsJson.toSims(sims),
                pace(),
                tokenHash,
                pairedAt,
                Optional.ofNullable(removedAt),
                Optional.ofNullable(lastSeenAt),
                VitalsJson.toVitals(vitals),
                revision);
    }
}
