package com.pulsesms.core.gateway;

import com.pulsesms.core.device.SimParts;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.message.MessageStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * The hand-over's side of a message, read under its lock.
 *
 * @param device who holds or held it under claim number {@code claim}; empty once it was requeued
 * @param accepted whether that device accepted it
 * @param returns how often devices gave it back
 * @param parts how many parts it takes, and the SIM that it must leave through
 */
public record Held(
        MessageId id,
        Optional<CampaignId> campaign,
        Optional<DeviceId> device,
        int claim,
        boolean accepted,
        int returns,
        Optional<Instant> deadline,
        SimParts parts,
        MessageStatus status,
        Recall recall) {
    boolean by(DeviceId who, int number) {
        return claim == number && device.filter(who::equals).isPresent();
    }

    Held now(MessageStatus next) {
        return new Held(id, campaign, device, claim, accepted, returns, deadline, parts, next, recall);
    }

    Held requeued() {
        return new Held(
                id, campaign, Optional.empty(), claim, false, returns, deadline, parts, MessageStatus.QUEUED, recall);
    }
}
