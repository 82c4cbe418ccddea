package com.pulsesms.broker;

import java.time.Duration;

/**
 * How often a broker offers a message that its consumer refuses.
 *
 * @param deliveries how often in all, before the message becomes a dead letter
 * @param first the pause before the second delivery; each later pause is twice as long
 * @param longest the pause that is not exceeded
 */
public record Redelivery(int deliveries, Duration first, Duration longest) {
    /** About three minutes of trying: longer than a database needs to come back from a restart. */
    public static final Redelivery PATIENT = new Redelivery(10, Duration.ofMillis(500), Duration.ofMinutes(1));
}
