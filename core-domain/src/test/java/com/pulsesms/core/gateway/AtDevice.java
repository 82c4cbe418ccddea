package com.pulsesms.core.gateway;

import com.pulsesms.core.Storage;
import com.pulsesms.core.device.Device;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.message.MessageStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Brings messages to where tests need them, through the ports: to a device, and to what it tells. */
public final class AtDevice {
    /** When the leases end of what was claimed here. */
    public static final Instant LEASE_ENDS = Sample.NOW.plusSeconds(60);

    /** When silence begins to count about what was accepted here. */
    public static final Instant REPORT_DUE = Sample.NOW.plusSeconds(3600);

    private final Storage storage;
    private final Device device;

    private AtDevice(Storage storage, Device device) {
        this.storage = storage;
        this.device = device;
    }

    public static AtDevice of(Storage storage, Device device) {
        return new AtDevice(storage, device);
    }

    /** What the device could claim, with texts written. */
    public List<Claimed> claimed() {
        return claimed(10_000);
    }

    public List<Claimed> claimed(int max) {
        return storage.transactions().call(() -> {
            var claimed = storage.handOver()
                    .claim(device.organization(), HandOverStore.Wish.of(device.id(), max), Sample.NOW, LEASE_ENDS);
            storage.handOver()
                    .write(
                            device.organization(),
                            claimed.stream()
                                    .map(c ->
                                            new HandOverStore.Written(c.claim().message(), "Hello", 1))
                                    .toList());
            return claimed;
        });
    }

    /** What the device could claim, accepted. */
    public List<Claimed> accepted() {
        var claimed = claimed();
        accept(claimed.stream().map(c -> c.claim().message()).toList());
        return claimed;
    }

    public void accept(Collection<MessageId> messages) {
        storage.transactions().run(() -> {
            storage.handOver().lock(device.organization(), messages);
            storage.handOver()
                    .accept(
                            device.organization(),
                            messages.stream()
                                    .map(id -> new HandOverStore.Acceptance(id, Sample.NOW, REPORT_DUE))
                                    .toList());
        });
    }

    /** Gives a message its next status, as far as that is allowed. */
    public static void settle(Storage storage, OrganizationId organization, Settlement settlement) {
        storage.transactions().run(() -> {
            storage.handOver().lock(organization, List.of(settlement.id()));
            storage.handOver().settle(organization, List.of(settlement));
        });
    }

    public void settle(MessageId message, MessageStatus status) {
        settle(storage, device.organization(), to(message, status));
    }

    /** What a usual phone tells when a message comes to {@code status}. */
    public static Settlement to(MessageId message, MessageStatus status) {
        return new Settlement(
                message,
                status,
                Sample.NOW.plusSeconds(9),
                status.left() ? Optional.of(Sample.NOW.plusSeconds(7)) : Optional.empty(),
                status == MessageStatus.DELIVERED ? Optional.of(Sample.NOW.plusSeconds(8)) : Optional.empty(),
                status.left() || status == MessageStatus.UNKNOWN ? OptionalInt.empty() : OptionalInt.of(0),
                status == MessageStatus.FAILED ? Optional.of("RESULT_ERROR_GENERIC_FAILURE") : Optional.empty());
    }

    /** A message partly left. */
    public static Settlement partlySent(MessageId message) {
        return new Settlement(
                message,
                MessageStatus.FAILED,
                Sample.NOW.plusSeconds(9),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.of(1),
                Optional.of("PARTLY_SENT"));
    }
}
