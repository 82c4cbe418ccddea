package com.pulsesms.core.device;

import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A phone that sends for one organization. It is made when an installation of the app pairs, lives by its heartbeats, and
 * ends when it is removed; pairing the same installation again brings it back with a new token.
 *
 * @param installation how the app tells one phone from another; a phone may pair with several organizations and is another
 *     device in each
 * @param tokenHash SHA-256 of the token by which the phone is known
 * @param revision counts the saves; vital signs, which come every few seconds, don't count
 */
public record Device(
        DeviceId id,
        OrganizationId organization,
        String name,
        String installation,
        Hardware hardware,
        List<Sim> sims,
        Pace pace,
        String tokenHash,
        Instant pairedAt,
        Optional<Instant> removedAt,
        Optional<Instant> lastSeenAt,
        Vitals vitals,
        int revision) {
    /** Silence after which a device counts as disconnected: three heartbeats. */
    public static final Duration SILENCE = Duration.ofSeconds(90);

    public Device {
        name = Text.name("name", name);
        sims = List.copyOf(sims);
    }

    public boolean removed() {
        return removedAt.isPresent();
    }

    /** Whether it polled or sent a heartbeat within {@link #SILENCE}. */
    public boolean connected(Instant now) {
        return !removed()
                && lastSeenAt.filter(seen -> seen.plus(SILENCE).isAfter(now)).isPresent();
    }

    public Device named(String newName) {
        return new Device(
                id,
                organization,
                newName,
                installation,
                hardware,
                sims,
                pace,
                tokenHash,
                pairedAt,
                removedAt,
                lastSeenAt,
                vitals,
                revision);
    }

    public Device paced(Pace newPace) {
        return new Device(
                id,
                organization,
                name,
                installation,
                hardware,
                sims,
                newPace,
                tokenHash,
                pairedAt,
                removedAt,
                lastSeenAt,
                vitals,
                revision);
    }

    public Device pairedAgain(Hardware newHardware, List<Sim> newSims, String newTokenHash, Instant now) {
        return new Device(
                id,
                organization,
                name,
                installation,
                newHardware,
                newSims,
                pace,
                newTokenHash,
                now,
                Optional.empty(),
                Optional.of(now),
                vitals,
                revision);
    }

    public Device removed(Instant now) {
        return new Device(
                id,
                organization,
                name,
                installation,
                hardware,
                sims,
                pace,
                tokenHash,
                pairedAt,
                Optional.of(removedAt.orElse(now)),
                lastSeenAt,
                vitals,
                revision);
    }
}
