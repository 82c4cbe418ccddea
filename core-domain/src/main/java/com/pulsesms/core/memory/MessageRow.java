package com.pulsesms.core.memory;

import com.pulsesms.core.device.SimParts;
import com.pulsesms.core.gateway.Held;
import com.pulsesms.core.gateway.Settlement;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * A message with the hand-over's side of it.
 *
 * @param claim the number of its last claim, 0 if it had none
 * @param returns how often devices gave it back
 * @param leaseUntil while a device holds it unaccepted
 * @param reportDue once a device accepted it
 */
record MessageRow(Message message, int claim, int returns, Optional<Instant> leaseUntil, Optional<Instant> reportDue) {
    static MessageRow of(Message message) {
        return new MessageRow(message, 0, 0, Optional.empty(), Optional.empty());
    }

    Owned key() {
        return new Owned(message.organization(), message.id().value());
    }

    MessageStatus status() {
        return message.status();
    }

    boolean accepted() {
        return reportDue.isPresent();
    }

    MessageRow claimed(DeviceId device, Instant now, Instant lease) {
        return new MessageRow(
                moved(MessageStatus.DISPATCHED, Optional.of(device), now),
                claim + 1,
                returns,
                Optional.of(lease),
                Optional.empty());
    }

    MessageRow leased(Instant lease) {
        return new MessageRow(message, claim, returns, Optional.of(lease), reportDue);
    }

    MessageRow acceptedUntil(Instant due) {
        return new MessageRow(message, claim, returns, Optional.empty(), Optional.of(due));
    }

    MessageRow requeued(Instant now, boolean returned) {
        return new MessageRow(
                moved(MessageStatus.QUEUED, Optional.empty(), now),
                claim,
                returned ? returns + 1 : returns,
                Optional.empty(),
                Optional.empty());
    }

    private Message moved(MessageStatus status, Optional<DeviceId> device, Instant now) {
        var times = message.times();
        return new Message(
                message.id(),
                message.organization(),
                message.origin(),
                message.to(),
                message.text(),
                message.lane(),
                message.route(),
                message.deadline(),
                status,
                message.failure(),
                device,
                message.parts(),
                new Message.Times(times.createdAt(), times.sentAt(), times.deliveredAt(), now));
    }

    MessageRow written(String text, int parts) {
        var written = new Message(
                message.id(),
                message.organization(),
                message.origin(),
                message.to(),
                Optional.of(text),
                message.lane(),
                message.route(),
                message.deadline(),
                message.status(),
                message.failure(),
                message.device(),
                parts,
                message.times());
        return new MessageRow(written, claim, returns, leaseUntil, reportDue);
    }

    MessageRow settled(Settlement to) {
        var times = message.times();
        var settled = new Message(
                message.id(),
                message.organization(),
                message.origin(),
                message.to(),
                message.text(),
                message.lane(),
                message.route(),
                message.deadline(),
                to.status(),
                to.failure(),
                message.device(),
                to.parts().orElse(message.parts()),
                new Message.Times(
                        times.createdAt(),
                        times.sentAt().or(to::sentAt),
                        times.deliveredAt().or(to::deliveredAt),
                        to.at()));
        return new MessageRow(settled, claim, returns, Optional.empty(), reportDue);
    }

    Held held() {
        return new Held(
                message.id(),
                message.origin().campaign(),
                message.device(),
                claim,
                accepted(),
                returns,
                message.deadline(),
                parts(),
                status());
    }

    SimParts parts() {
        return new SimParts(message.route().sim(), message.parts());
    }
}
