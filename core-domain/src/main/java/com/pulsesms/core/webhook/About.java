package com.pulsesms.core.webhook;

import com.pulsesms.core.campaign.Campaign;
import com.pulsesms.core.device.Device;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageCounts;
import com.pulsesms.core.message.MessageStatus;
import java.util.Optional;

/** What an event is about, as it is told. */
public sealed interface About {
    /** @param status the one that the event tells of; the message may be further on already */
    record OfMessage(Message message, MessageStatus status) implements About {}

    /** @param counts how its messages ended, once they all did */
    record OfCampaign(Campaign campaign, Optional<MessageCounts> counts) implements About {}

    record OfDevice(Device device) implements About {}

    /** Nothing: a person tries it out. */
    record Trial() implements About {}
}
