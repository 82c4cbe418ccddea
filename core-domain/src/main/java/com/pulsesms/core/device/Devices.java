package com.pulsesms.core.device;

import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Permission;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Secret;
import com.pulsesms.core.kernel.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The phones of an organization: seeing them, their settings and their vital signs. */
public final class Devices {
    private final DeviceStore store;
    private final Transactions transactions;
    private final Clock clock;

    public Devices(DeviceStore store, Transactions transactions, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What to change of a device; what is not named stays.
     *
     * @param pace caps of the whole device; an empty one takes a cap away
     * @param sims caps of its SIMs by slot, likewise
     */
    public record Change(
            Optional<String> name, Map<Span, OptionalInt> pace, Map<Integer, Map<Span, OptionalInt>> sims) {
        public static Change named(String name) {
            return new Change(Optional.of(name), Map.of(), Map.of());
        }
    }

    public Page<Device> page(Actor actor, PageRequest request) {
        actor.require(Permission.DEVICES_READ);
        return transactions.call(() -> store.page(actor.organization(), request));
    }

    public Device find(Actor actor, DeviceId id) {
        actor.require(Permission.DEVICES_READ);
        return transactions.call(() -> existing(actor, id));
    }

    public Device change(Actor actor, DeviceId id, Change change) {
        actor.require(Permission.DEVICES_WRITE);
        return transactions.call(() -> {
            var changed = existing(actor, id);
            changed = change.name().map(changed::named).orElse(changed);
            store.update(changed.paced(paced(changed, change)));
            return existing(actor, id);
        });
    }

    private static Pace paced(Device device, Change change) {
        var pace = device.pace().with(device.pace().device().with(change.pace()));
        for (var sim : change.sims().entrySet()) {
            var slot = sim.getKey();
            if (device.sims().stream().noneMatch(known -> known.slot() == slot)
                    && !pace.sims().containsKey(slot)) {
                throw new Refusal.Invalid("sims", "The device has no SIM in slot " + slot);
            }
            pace = pace.with(slot, pace.sim(slot).with(sim.getValue()));
        }
        return pace;
    }

    /**
     * The phone that calls, by its token; a removed one too, which may still report.
     *
     * @throws Refusal.Unauthenticated {@code device_token_invalid}
     */
    public Device authenticate(Secret token) {
        return transactions
                .call(() -> store.findByToken(token.hash()))
                .orElseThrow(() -> new Refusal.Unauthenticated(
                        "device_token_invalid", "The device's token is not valid: pair the phone again"));
    }

    public void seen(Device device) {
        transactions.run(() -> store.seen(device.organization(), device.id(), clock.instant()));
    }

    public void heard(Device device, Vitals vitals, List<Sim> sims, String appVersion) {
        transactions.run(
                () -> store.heard(device.organization(), device.id(), clock.instant(), vitals, sims, appVersion));
    }

    private Device existing(Actor actor, DeviceId id) {
        return store.find(actor.organization(), id)
                .filter(device -> !device.removed())
                .orElseThrow(() -> new Refusal.NotFound("No such device"));
    }
}
