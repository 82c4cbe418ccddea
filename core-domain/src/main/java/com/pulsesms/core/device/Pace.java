package com.pulsesms.core.device;

import com.pulsesms.core.kernel.Refusal;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * How fast a device may send, in parts a minute: a long text leaves as several parts.
 *
 * @param partsPerMinute empty for as fast as it can
 */
public record Pace(OptionalInt partsPerMinute) {
    /**
     * Below Android's own limit of 30 parts a minute for one app (AOSP, {@code SmsUsageMonitor.DEFAULT_SMS_MAX_COUNT} and
     * {@code DEFAULT_SMS_CHECK_PERIOD}), beyond which a system dialog blocks sending.
     */
    public static final Pace DEFAULT = new Pace(OptionalInt.of(24));

    public static final Pace UNLIMITED = new Pace(OptionalInt.empty());

    /** The longest text, so that every text fits into one minute. */
    static final int SLOWEST = 10;

    private static final int FASTEST = 600;

    public Pace {
        if (partsPerMinute.isPresent()
                && (partsPerMinute.getAsInt() < SLOWEST || partsPerMinute.getAsInt() > FASTEST)) {
            throw new Refusal.Invalid(
                    "partsPerMinute", "A pace is " + SLOWEST + " to " + FASTEST + " parts a minute, or unlimited");
        }
    }

    public static Pace of(int partsPerMinute) {
        return new Pace(OptionalInt.of(partsPerMinute));
    }

    /** The shortest time between two parts: an even spread over the minute. */
    public Duration gap() {
        return partsPerMinute.isPresent() ? Duration.ofMinutes(1).dividedBy(partsPerMinute.getAsInt()) : Duration.ZERO;
    }

    /** How many more parts a device may be handed for the next minute while it holds {@code held} unsent ones. */
    public int room(int held) {
        return partsPerMinute.isPresent() ? Math.max(0, partsPerMinute.getAsInt() - held) : Integer.MAX_VALUE;
    }
}
