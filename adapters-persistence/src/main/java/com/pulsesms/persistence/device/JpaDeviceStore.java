package com.pulsesms.persistence.device;

import com.pulsesms.core.device.Device;
import com.pulsesms.core.device.DeviceRef;
import com.pulsesms.core.device.DeviceStore;
import com.pulsesms.core.device.Sim;
import com.pulsesms.core.device.Vitals;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.persistence.Dialect;
import com.pulsesms.persistence.JpaTransactions;
import com.pulsesms.persistence.Pages;
import com.pulsesms.persistence.Stale;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Devices in the database. */
public final class JpaDeviceStore implements DeviceStore {
    private final JpaTransactions transactions;
    private final Dialect dialect;

    public JpaDeviceStore(JpaTransactions transactions, Dialect dialect) {
        this.transactions = transactions;
        this.dialect = dialect;
    }

    @Override
    public void insert(Device device) {
        transactions.changeRows(rows -> rows.persist(DeviceRow.of(device)));
    }

    @Override
    public void update(Device device) {
        transactions.changeRows(rows -> {
            var row = rows.find(DeviceRow.class, device.id().value(), LockModeType.PESSIMISTIC_WRITE);
            Stale.refuseUnless(row != null
                    && row.organization.equals(device.organization().value())
                    && row.revision == device.revision());
            row.save(device);
        });
    }

    @Override
    public Optional<Device> find(OrganizationId organization, DeviceId id) {
        return find(organization, id, LockModeType.NONE);
    }

    @Override
    public Optional<Device> lock(OrganizationId organization, DeviceId id) {
        return find(organization, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<Device> find(OrganizationId organization, DeviceId id, LockModeType lock) {
        return transactions.rows(rows -> Optional.ofNullable(rows.find(DeviceRow.class, id.value(), lock))
                .filter(row -> row.organization.equals(organization.value()))
                .map(DeviceRow::toDevice));
    }

    @Override
    public Optional<Device> findByInstallation(OrganizationId organization, String installation) {
        return transactions.rows(rows -> rows.createQuery(
                        "select d from DeviceRow d where d.organization = :organization"
                                + " and d.installation = :installation",
                        DeviceRow.class)
                .setParameter("organization", organization.value())
                .setParameter("installation", installation)
                .getResultStream()
                .findFirst()
                .map(DeviceRow::toDevice));
    }

    @Override
    public Optional<Device> findByToken(String tokenHash) {
        return transactions.rows(
                rows -> rows.createQuery("select d from DeviceRow d where d.tokenHash = :hash", DeviceRow.class)
                        .setParameter("hash", tokenHash)
                        .getResultStream()
                        .findFirst()
                        .map(DeviceRow::toDevice));
    }

    @Override
    public Page<Device> page(OrganizationId organization, PageRequest request) {
        return transactions.rows(rows -> {
            var query = rows.createQuery(
                            "select d from DeviceRow d where d.organization = :organization and d.id < :before"
                                    + " and d.removedAt is null order by d.organization, d.id desc",
                            DeviceRow.class)
                    .setParameter("organization", organization.value());
            return Pages.newestFirst(
                    query, request, DeviceRow::toDevice, device -> device.id().value());
        });
    }

    @Override
    public void seen(OrganizationId organization, DeviceId id, Instant at) {
        transactions.sql(sql -> sql.update(
                "update device set last_seen_at = ? where id = ? and organization_id = ?"
                        + " and (last_seen_at is null or last_seen_at < ?)",
                at,
                id.value(),
                organization.value(),
                at));
    }

    @Override
    public void heard(
            OrganizationId organization, DeviceId id, Instant at, Vitals vitals, List<Sim> sims, String appVersion) {
        transactions.sql(sql -> sql.update(
                "update device set vitals = ?, sims = ?, app_version = ?,"
                        + " last_seen_at = case when last_seen_at > ? then last_seen_at else ? end"
                        + " where id = ? and organization_id = ?",
                VitalsJson.of(vitals),
                SimsJson.of(sims),
                appVersion,
                at,
                at,
                id.value(),
                organization.value()));
    }

    @Override
    public List<DeviceRef> present(Instant time, int limit) {
        return mark(true, "present = false and removed_at is null and last_seen_at > ?", time, limit);
    }

    @Override
    public List<DeviceRef> absent(Instant time, int limit) {
        return mark(
                false,
                "present = true and (removed_at is not null or last_seen_at is null or last_seen_at <= ?)",
                time,
                limit);
    }

    private List<DeviceRef> mark(boolean present, String which, Instant time, int limit) {
        return transactions.sql(sql -> {
            var found = sql.query(
                    dialect.lockFirst("select id, organization_id from device where " + which, "id", limit),
                    row -> new DeviceRef(new OrganizationId(row.id("organization_id")), new DeviceId(row.id("id"))),
                    time);
            if (!found.isEmpty()) {
                sql.update(
                        "update device set present = ? where id = any(?)",
                        present,
                        found.stream().map(ref -> ref.device().value()).toList());
            }
            return found;
        });
    }
}
