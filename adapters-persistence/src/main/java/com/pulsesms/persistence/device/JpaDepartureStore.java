package com.pulsesms.persistence.device;

import com.pulsesms.core.device.Departed;
import com.pulsesms.core.device.DepartureStore;
import com.pulsesms.core.device.Grain;
import com.pulsesms.core.device.SimParts;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.persistence.Columns;
import com.pulsesms.persistence.JpaTransactions;
import com.pulsesms.persistence.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What left devices of late, in the database. */
public final class JpaDepartureStore implements DepartureStore {
    private static final int ANY_SIM = -1;

    /** With the organization, so that who names a wrong one adds nothing to another's. */
    private static final String ADD = "update departure set parts = parts + ?"
            + " where device_id = ? and grain = ? and begin_at = ? and sim = ? and organization_id = ?";

    private static final String BEGIN =
            "insert into departure (parts, device_id, grain, begin_at, sim, organization_id)"
                    + " values (?, ?, ?, ?, ?, ?) on conflict do nothing";

    private final JpaTransactions transactions;

    public JpaDepartureStore(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(OrganizationId organization, DeviceId device, Instant at, List<SimParts> parts) {
        var all = new ArrayList<Object[]>();
        for (var grain : Grain.values()) {
            for (var some : parts) {
                all.add(new Object[] {
                    some.parts(),
                    device.value(),
                    grain,
                    grain.begin(at),
                    some.sim().orElse(ANY_SIM),
                    organization.value()
                });
            }
        }
        transactions.sql(sql -> {
            var fresh = unchanged(sql, all);
            // Of two that begin the same stretch at once, one finds it begun and adds to it.
            fresh.removeIf(values -> sql.update(BEGIN, values) == 1);
            sql.batch(ADD, fresh);
            return true;
        });
    }

    private static List<Object[]> unchanged(Sql sql, List<Object[]> values) {
        var changed = sql.batch(ADD, values);
        var unchanged = new ArrayList<Object[]>();
        for (var i = 0; i < changed.length; i++) {
            if (changed[i] == 0) {
                unchanged.add(values.get(i));
            }
        }
        return unchanged;
    }

    @Override
    public List<Departed> after(OrganizationId organization, DeviceId device, Grain grain, Instant time) {
        return transactions.sql(sql -> sql.query(
                "select grain, begin_at, sim, parts from departure where device_id = ? and grain = ? and begin_at >= ?"
                        + " and organization_id = ? order by begin_at",
                JpaDepartureStore::departed,
                device.value(),
                grain,
                grain.begin(time),
                organization.value()));
    }

    private static Departed departed(Columns row) throws SQLException {
        var sim = Optional.of(row.number("sim")).filter(slot -> slot != ANY_SIM);
        return new Departed(
                row.constant("grain", Grain.class),
                row.optionalInstant("begin_at").orElseThrow(),
                new SimParts(sim, row.number("parts")));
    }

    @Override
    public void forget(Instant now) {
        transactions.sql(sql -> {
            for (var grain : Grain.values()) {
                sql.update("delete from departure where grain = ? and begin_at < ?", grain, grain.forgotten(now));
            }
            return true;
        });
    }
}
