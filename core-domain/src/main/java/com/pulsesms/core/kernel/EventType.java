package com.pulsesms.core.kernel;

import java.util.Arrays;
import java.util.Optional;

/** What may happen that other systems can be told of. */
public enum EventType {
    /** A message left the phone. */
    MESSAGE_SENT("message.sent"),
    /** The carrier confirmed the delivery of a message. */
    MESSAGE_DELIVERED("message.delivered"),
    /** A message failed, expired, or could not be delivered. */
    MESSAGE_FAILED("message.failed"),
    CAMPAIGN_STARTED("campaign.started"),
    /** Every message of a campaign has its end. */
    CAMPAIGN_COMPLETED("campaign.completed"),
    DEVICE_CONNECTED("device.connected"),
    /** A device was silent for three minutes, or was removed. */
    DEVICE_DISCONNECTED("device.disconnected"),
    /** A person tries out whether events arrive: nobody subscribes to it. */
    TEST("webhook.test");

    private final String text;

    EventType(String text) {
        this.text = text;
    }

    /** The name by which other systems know it, such as {@code message.sent}. */
    public String text() {
        return text;
    }

    /** Whether an endpoint may choose it. */
    public boolean choosable() {
        return this != TEST;
    }

    public static Optional<EventType> ofText(String text) {
        return Arrays.stream(values()).filter(type -> type.text.equals(text)).findFirst();
    }
}
