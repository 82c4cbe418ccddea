package com.pulsesms.core.memory;

import com.pulsesms.core.device.Device;
import com.pulsesms.core.device.DeviceRef;
import com.pulsesms.core.device.DeviceStore;
import com.pulsesms.core.device.Hardware;
import com.pulsesms.core.device.Sim;
import com.pulsesms.core.device.Vitals;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.PageRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Devices in a {@link MemoryDatabase}. */
public final class MemoryDeviceStore implements DeviceStore {
    private final MemoryDatabase database;
    private final OwnedTable<Device> devices;
    private final Table<Installation, Owned> byInstallation;
    private final Table<String, Owned> byToken;
    private final Table<Owned, Owned> present;

    public MemoryDeviceStore(MemoryDatabase database) {
        this.database = database;
        this.devices = new OwnedTable<>(database, MemoryDeviceStore::key);
        this.byInstallation = database.table(
                Comparator.comparing((Installation i) -> i.organization().value(), MemoryDatabase::compare)
                        .thenComparing(Installation::name));
        this.byToken = database.table(Comparator.naturalOrder());
        this.present = database.table(Owned.NEWEST_FIRST);
    }

    private record Installation(OrganizationId organization, String name) {}

    private static Owned key(Device device) {
        return new Owned(device.organization(), device.id().value());
    }

    @Override
    public void insert(Device device) {
        database.atomically(() -> {
            devices.insert(device);
            byInstallation.insert(new Installation(device.organization(), device.installation()), key(device));
            byToken.insert(device.tokenHash(), key(device));
        });
    }

    @Override
    public void update(Device device) {
        database.atomically(() -> {
            var stored = devices.current(device, Device::revision);
            var pairedAnew = !stored.tokenHash().equals(device.tokenHash());
            // What a phone told since this device was read is newer than what was read.
            var told = pairedAnew ? device : stored;
            devices.put(with(device, told.hardware(), told.sims(), told.lastSeenAt(), told.vitals(), 1));
            byToken.remove(stored.tokenHash());
            byToken.insert(device.tokenHash(), key(device));
        });
    }

    private static Device with(
            Device device,
            Hardware hardware,
            List<Sim> sims,
            Optional<Instant> lastSeenAt,
            Vitals vitals,
            int revisions) {
        return new Device(
                device.id(),
                device.organization(),
                device.name(),
                device.installation(),
                hardware,
                sims,
                device.pace(),
                device.tokenHash(),
                device.pairedAt(),
                device.removedAt(),
                lastSeenAt,
                vitals,
                device.revision() + revisions);
    }

    @Override
    public Optional<Device> find(OrganizationId organization, DeviceId id) {
        return devices.find(organization, id.value());
    }

    @Override
    public Optional<Device> lock(OrganizationId organization, DeviceId id) {
        return find(organization, id);
    }

    @Override
    public Optional<Device> findByInstallation(OrganizationId organization, String installation) {
        return database.atomically(() -> byInstallation
                .find(new Installation(organization, installation))
                .flatMap(devices::find));
    }

    @Override
    public Optional<Device> findByToken(String tokenHash) {
        return database.atomically(() -> byToken.find(tokenHash).flatMap(devices::find));
    }

    @Override
    public Page<Device> page(OrganizationId organization, PageRequest request) {
        return devices.page(organization, request, device -> !device.removed());
    }

    @Override
    public void seen(OrganizationId organization, DeviceId id, Instant at) {
        database.atomically(() -> find(organization, id)
                .ifPresent(known -> devices.put(
                        with(known, known.hardware(), known.sims(), latest(known, at), known.vitals(), 0))));
    }

    @Override
    public void heard(
            OrganizationId organization, DeviceId id, Instant at, Vitals vitals, List<Sim> sims, String appVersion) {
        database.atomically(() -> find(organization, id)
                .ifPresent(known -> devices.put(
                        with(known, known.hardware().withAppVersion(appVersion), sims, latest(known, at), vitals, 0))));
    }

    @Override
    public List<DeviceRef> present(Instant time, int limit) {
        return database.atomically(() -> {
            var found = devices.all()
                    .filter(device -> !present.contains(key(device)) && isHere(device, time))
                    .limit(limit)
                    .toList();
            found.forEach(device -> present.put(key(device), key(device)));
            return refs(found);
        });
    }

    @Override
    public List<DeviceRef> absent(Instant time, int limit) {
        return database.atomically(() -> {
            var found = devices.all()
                    .filter(device -> present.contains(key(device)) && !isHere(device, time))
                    .limit(limit)
                    .toList();
            found.forEach(device -> present.remove(key(device)));
            return refs(found);
        });
    }

    private static boolean isHere(Device device, Instant time) {
        return !device.removed()
                && device.lastSeenAt().filter(seen -> seen.isAfter(time)).isPresent();
    }

    private static List<DeviceRef> refs(List<Device> devices) {
        return devices.stream()
                .map(device -> new DeviceRef(device.organization(), device.id()))
                .toList();
    }

    private static Optional<Instant> latest(Device known, Instant at) {
        return Optional.of(known.lastSeenAt().filter(at::isBefore).orElse(at));
    }
}
