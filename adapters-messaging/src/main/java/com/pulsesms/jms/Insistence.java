package com.pulsesms.jms;

import com.pulsesms.core.campaign.CampaignRef;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** How often the same campaign is asked for: after each time the next is due twice as late. */
final class Insistence {
    /** Shorter than the time after which a sweep calls a campaign stuck, so that its first word counts. */
    static final Duration SHORTEST = Duration.ofSeconds(20);

    static final Duration LONGEST = Duration.ofMinutes(10);

    private static final int MANY = 10_000;

    private final Clock clock;
    private final Map<CampaignRef, Asked> asked = new ConcurrentHashMap<>();

    Insistence(Clock clock) {
        this.clock = clock;
    }

    private record Asked(Instant at, Duration pause) {
        boolean over(Instant now) {
            return !at.plus(pause).isAfter(now);
        }

        Asked again(Instant now) {
            var doubled = pause.multipliedBy(2);
            return new Asked(now, doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST);
        }
    }

    /** Whether it may be asked for now; if so, that counts as asked. */
    boolean isDue(CampaignRef campaign) {
        var now = clock.instant();
        if (asked.size() >= MANY) {
            asked.values().removeIf(one -> one.at().plus(LONGEST).isBefore(now));
        }
        var due = new AtomicBoolean();
        asked.compute(campaign, (key, before) -> {
            if (before != null && !before.over(now)) {
                return before;
            }
            due.set(true);
            return before == null ? new Asked(now, SHORTEST) : before.again(now);
        });
        return due.get();
    }

    void forget(CampaignRef campaign) {
        asked.remove(campaign);
    }
}
