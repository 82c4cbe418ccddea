package com.pulsesms.core.message;

import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.PhoneNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * Which messages of an organization are looked for; what is empty does not matter.
 *
 * @param since made then or later
 * @param before made before then
 */
public record MessageFilter(
        Optional<CampaignId> campaign,
        Optional<MessageStatus> status,
        Optional<DeviceId> device,
        Optional<PhoneNumber> to,
        Optional<Instant> since,
        Optional<Instant> before) {
    public static final MessageFilter ALL =
            new MessageFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Of any time. */
    public MessageFilter(
            Optional<CampaignId> campaign,
            Optional<MessageStatus> status,
            Optional<DeviceId> device,
            Optional<PhoneNumber> to) {
        this(campaign, status, device, to, Optional.empty(), Optional.empty());
    }

    public static MessageFilter of(CampaignId campaign) {
        return new MessageFilter(Optional.of(campaign), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
