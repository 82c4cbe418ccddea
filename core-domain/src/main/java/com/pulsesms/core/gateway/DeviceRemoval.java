package com.pulsesms.core.gateway;

import com.pulsesms.core.campaign.CampaignCompletion;
import com.pulsesms.core.device.Device;
import com.pulsesms.core.device.DeviceStore;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.Permission;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Transactions;
import java.time.Clock;

/**
 * Takes a phone out of its organization. What it had accepted becomes UNKNOWN at once; what it had not is requeued when
 * its lease ends. Its token claims nothing any more, but may still report.
 */
public final class DeviceRemoval {
    private final DeviceStore devices;
    private final HandOverStore store;
    private final Pacing pacing;
    private final CampaignCompletion completion;
    private final Transactions transactions;
    private final Clock clock;

    public DeviceRemoval(
            DeviceStore devices,
            HandOverStore store,
            Pacing pacing,
            CampaignCompletion completion,
            Transactions transactions,
            Clock clock) {
        this.devices = devices;
        this.store = store;
        this.pacing = pacing;
        this.completion = completion;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A person removes it. */
    public void remove(Actor actor, DeviceId id) {
        actor.require(Permission.DEVICES_WRITE);
        transactions.run(() -> end(devices.find(actor.organization(), id)
                .filter(device -> !device.removed())
                .orElseThrow(() -> new Refusal.NotFound("No such device"))));
    }

    /** The phone takes itself out; doing so again changes nothing. */
    public void unpair(Device caller) {
        transactions.run(() -> devices.find(caller.organization(), caller.id())
                .filter(device -> !device.removed())
                .ifPresent(this::end));
    }

    private void end(Device device) {
        var now = clock.instant();
        devices.update(device.removed(now));
        var swept = pacing.left(store.giveUpDevice(device.organization(), device.id(), now), now);
        transactions.afterCommit(() -> swept.campaigns().forEach(completion::check));
    }
}
