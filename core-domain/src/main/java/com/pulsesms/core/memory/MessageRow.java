package com.pulsesms.core.memory;

import com.pulsesms.core.campaign.CampaignStatus;
import com.pulsesms.core.device.SimParts;
import com.pulsesms.core.gateway.Held;
import com.pulsesms.core.gateway.Recall;
import com.pulsesms.core.gateway.Settlement;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.QuotaId;
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
 * @param held whether it waits and no device may claim it, because its campaign is paused
 * @param quota of which it holds one
 */
record MessageRow(
        Message message,
        int claim,
        int returns,
        Optional<Instant> leaseUntil,
        Optional<Instant> reportDue,
        boolean held,
        Optional<QuotaId> quota) {
    static MessageRow of(Message message) {
        return new MessageRow(message, 0, 0, Optional.empty(), Optional.empty(), false, Optional.empty());
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

    /** Whether it waits, or a device was handed it and has not accepted it. */
    boolean unaccepted() {
        return status().open() && !accepted();
    }

    boolean claimable() {
        return status() == MessageStatus.QUEUED && !held;
    }

    MessageRow claimed(DeviceId device, Instant now, Instant lease) {
        return new MessageRow(
                moved(MessageStatus.DISPATCHED, Optional.of(device), now),
                claim + 1,
                returns,
                Optional.of(lease),
                Optional.empty(),
                false,
                quota);
    }

    MessageRow leased(Instant lease) {
        return new MessageRow(message, claim, returns, Optional.of(lease), reportDue, held, quota);
    }

    MessageRow acceptedUntil(Instant due) {
        return new MessageRow(message, claim, returns, Optional.empty(), Optional.of(due), held, quota);
    }

    MessageRow requeued(Instant now, boolean returned) {
        return new MessageRow(
                moved(MessageStatus.QUEUED, Optional.empty(), now),
                claim,
                returned ? returns + 1 : returns,
                Optional.empty(),
                Optional.empty(),
                false,
                quota);
    }

    MessageRow held(boolean hold) {
        return new MessageRow(message, claim, returns, leaseUntil, reportDue, hold, quota);
    }

    MessageRow holding(Optional<QuotaId> one) {
        return new MessageRow(message, claim, returns, leaseUntil, reportDue, held, one);
    }

    MessageRow canceled(Instant now) {
        return settled(Settlement.canceled(message.id(), now));
    }

    MessageRow cancelAsked() {
        return with(copy(
                message.text(),
                message.status(),
                message.failure(),
                message.device(),
                message.parts(),
                message.times(),
                true));
    }

    private MessageRow with(Message changed) {
        return new MessageRow(changed, claim, returns, leaseUntil, reportDue, held, quota);
    }

    private Message moved(MessageStatus status, Optional<DeviceId> device, Instant now) {
        var times = message.times();
        return copy(
                message.text(),
                status,
                message.failure(),
                device,
                message.parts(),
                new Message.Times(times.createdAt(), times.sentAt(), times.deliveredAt(), now),
                message.cancelAsked());
    }

    MessageRow written(String text, int parts) {
        return with(copy(
                Optional.of(text),
                message.status(),
                message.failure(),
                message.device(),
                parts,
                message.times(),
                message.cancelAsked()));
    }

    MessageRow settled(Settlement to) {
        var times = message.times();
        var settled = copy(
                message.text(),
                to.status(),
                to.failure(),
                message.device(),
                to.parts().orElse(message.parts()),
                new Message.Times(
                        times.createdAt(),
                        times.sentAt().or(to::sentAt),
                        times.deliveredAt().or(to::deliveredAt),
                        to.at()),
                message.cancelAsked());
        return new MessageRow(settled, claim, returns, Optional.empty(), reportDue, false, quota);
    }

    private Message copy(
            Optional<String> text,
            MessageStatus status,
            Optional<String> failure,
            Optional<DeviceId> device,
            int parts,
            Message.Times times,
            boolean cancelAsked) {
        return new Message(
                message.id(),
                message.organization(),
                message.origin(),
                message.to(),
                text,
                message.lane(),
                message.route(),
                message.deadline(),
                status,
                failure,
                device,
                parts,
                times,
                cancelAsked);
    }

    /** @param campaign the status of its campaign, if it has one */
    Held held(Optional<CampaignStatus> campaign) {
        return new Held(
                message.id(),
                message.origin().campaign(),
                message.device(),
                claim,
                accepted(),
                returns,
                message.deadline(),
                parts(),
                status(),
                recall(campaign));
    }

    Recall recall(Optional<CampaignStatus> campaign) {
        return Recall.of(message.cancelAsked(), campaign);
    }

    SimParts parts() {
        return new SimParts(message.route().sim(), message.parts());
    }
}
