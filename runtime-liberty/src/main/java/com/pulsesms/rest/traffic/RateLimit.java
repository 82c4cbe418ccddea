package com.pulsesms.rest.traffic;

import com.pulsesms.core.kernel.ApiKeyId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * How many requests each API key may make in a minute on this node. A key has as many at once, and gets them back evenly: it
 * is a bucket that fills while it is not used.
 */
public final class RateLimit {
    private static final Duration SPAN = Duration.ofMinutes(1);
    private static final int MANY = 10_000;

    private final int perMinute;
    private final Clock clock;
    private final ConcurrentMap<ApiKeyId, Bucket> buckets = new ConcurrentHashMap<>();

    /** @param perMinute 0 for no limit */
    public RateLimit(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /** @param left how many requests it held at that time, with what has flown in of the next */
    private record Bucket(double left, Instant at, boolean granted) {}

    /**
     * What became of a request.
     *
     * @param remaining how many more would be granted now
     * @param reset seconds until all of the limit is there again
     * @param retryAfter seconds until one more is granted; 0 if this one was
     */
    public record Verdict(int limit, int remaining, long reset, long retryAfter) {
        public boolean granted() {
            return retryAfter == 0;
        }
    }

    public boolean limited() {
        return perMinute > 0;
    }

    public Verdict ask(ApiKeyId key) {
        var now = clock.instant();
        if (buckets.size() > MANY) {
            buckets.values().removeIf(bucket -> filled(bucket, now) >= perMinute);
        }
        return verdict(buckets.compute(
                key, (id, bucket) -> asked(bucket == null ? perMinute : filled(bucket, now), now)));
    }

    private static Bucket asked(double left, Instant now) {
        return left < 1 ? new Bucket(left, now, false) : new Bucket(left - 1, now, true);
    }

    private double filled(Bucket bucket, Instant now) {
        var millis = Math.max(0, Duration.between(bucket.at(), now).toMillis());
        return Math.min(perMinute, bucket.left() + (double) millis * perMinute / SPAN.toMillis());
    }

    private Verdict verdict(Bucket bucket) {
        return new Verdict(
                perMinute,
                (int) bucket.left(),
                seconds(perMinute - bucket.left()),
                bucket.granted() ? 0 : Math.max(1, seconds(1 - bucket.left())));
    }

    private long seconds(double requests) {
        return (long) Math.ceil(requests * SPAN.toSeconds() / perMinute);
    }
}
