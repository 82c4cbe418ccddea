package com.pulsesms.core.gateway;

import com.pulsesms.core.campaign.CampaignCompletion;
import com.pulsesms.core.campaign.CampaignRef;
import com.pulsesms.core.campaign.SendingTimes;
import com.pulsesms.core.device.Device;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.Events;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.News;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Transactions;
import com.pulsesms.core.message.Lane;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.core.message.Sending;
import com.pulsesms.core.organization.Organization;
import com.pulsesms.core.organization.OrganizationStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hands messages to devices in two phases, and hears what became of them. A device claims, writes what it got to its
 * outbox, accepts, and may send only what the answer lists as accepted. Each step may be repeated; each names the claim's
 * number, so that no two devices ever hold the right to send the same message.
 */
public final class HandOver {
    /** How long a device may keep a message without accepting it. */
    public static final Duration LEASE = Duration.ofSeconds(60);

    /** The most messages in one claim. */
    public static final int CLAIM_LIMIT = 50;

    /** The most reports in one heartbeat. */
    public static final int REPORT_LIMIT = 500;

    /** The most that are called back at once. */
    private static final int CALLED_BACK_LIMIT = 1_000;

    private static final Duration SILENCE_AFTER_DEADLINE = Duration.ofHours(24);
    private static final Duration SILENCE_WITHOUT_DEADLINE = Duration.ofHours(72);

    private final HandOverStore store;
    private final OrganizationStore organizations;
    private final Pacing pacing;
    private final CampaignCompletion completion;
    private final Sending sending;
    private final Events events;
    private final Transactions transactions;
    private final Clock clock;

    public HandOver(
            HandOverStore store,
            OrganizationStore organizations,
            Pacing pacing,
            CampaignCompletion completion,
            Sending sending,
            Events events,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.pacing = pacing;
        this.completion = completion;
        this.sending = sending;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What a device is handed.
     *
     * @param opens if that is nothing, when its pace or the organization's quiet hours will allow more that they do not
     *     allow now
     */
    public record Offer(List<Handed> messages, Optional<Instant> opens) {}

    /** As {@link #offer}, for who will ask again anyway. */
    public List<Handed> claim(Device device, int max) {
        return offer(device, max).messages();
    }

    /**
     * Gives the device what it holds unaccepted, then what waits, within its pace; in quiet hours what is urgent.
     *
     * @param max 1 to {@value #CLAIM_LIMIT}
     * @throws Refusal.Gone {@code device_removed}
     */
    public Offer offer(Device device, int max) {
        if (device.removed()) {
            throw new Refusal.Gone("device_removed", "The device was removed: pair the phone again");
        }
        if (max < 1 || max > CLAIM_LIMIT) {
            throw new Refusal.Invalid("max", "A claim is for 1 to " + CLAIM_LIMIT + " messages");
        }
        while (true) {
            var claimed = transactions.call(() -> claimOnce(device, max));
            // Where all that was claimed could not be sent, more may wait behind it.
            if (!claimed.handed().isEmpty() || claimed.outOfTheWay() == 0) {
                return new Offer(claimed.handed(), claimed.opens());
            }
        }
    }

    /** @param outOfTheWay how many were claimed that are not to be sent, at least now */
    private record Once(List<Handed> handed, int outOfTheWay, Optional<Instant> opens) {}

    private Once claimOnce(Device device, int max) {
        var now = clock.instant();
        var open = OpenLanes.at(now, times(device.organization()));
        var room = pacing.room(device, now);
        var handing = new Handing(device, open, new ArrayList<>(), new ArrayList<>());
        var ended = reoffer(handing, max);
        var full = room.fullSims();
        Set<Integer> before;
        do {
            var wanted = Math.min(max - handing.handed().size(), room.parts());
            ended += wanted > 0 ? claim(handing, wanted, room) : 0;
            before = full;
            full = room.fullSims();
            // Behind what is pinned to a SIM that is full now, more may wait.
        } while (!full.equals(before));
        events.ofMessages(device.organization(), handing.news());
        return new Once(handing.handed(), ended, earlier(room.opens(), open.opens()));
    }

    private SendingTimes times(OrganizationId organization) {
        return organizations.find(organization).map(SendingTimes::of).orElseGet(SendingTimes::always);
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    /** One device being handed messages. */
    private record Handing(Device device, OpenLanes open, List<Handed> handed, List<News<MessageId>> news) {
        private Instant now() {
            return open.now();
        }

        private HandOverStore.Wish wish(int max, Set<Integer> fullSims) {
            return new HandOverStore.Wish(device.id(), max, fullSims, open.lanes());
        }

        private void add(Claimed claimed, String text) {
            var closes = open.closes(claimed.lane());
            var end = earlier(claimed.deadline(), closes);
            var laterAgain = closes.isPresent() && end.equals(closes) && !end.equals(claimed.deadline());
            var left = end.map(time -> atLeastZero(Duration.between(now(), time)));
            handed.add(new Handed(claimed.claim(), claimed.to(), text, claimed.sim(), left, laterAgain));
        }
    }

    /** @return how many ended instead */
    private int claim(Handing handing, int wanted, Room room) {
        var organization = handing.device().organization();
        var now = handing.now();
        var rendering = new Rendering(now, room);
        store.claim(organization, handing.wish(wanted, room.fullSims()), now, now.plus(LEASE))
                .forEach(claimed -> rendering.render(claimed).ifPresent(text -> handing.add(claimed, text)));
        store.write(organization, rendering.written());
        store.putBack(organization, rendering.tooMuch(), now);
        // First what locks campaigns, then what may lock quotas.
        var stopped = store.requeue(organization, rendering.paused(), now, false);
        store.settle(organization, rendering.ended());
        handing.news().addAll(rendering.news());
        checkAfterCommit(organization, rendering.campaigns());
        checkAfterCommit(organization, stopped);
        return rendering.ended().size() + rendering.paused().size();
    }

    /** @return how many ended instead, because their recipients opted out since */
    private int reoffer(Handing handing, int max) {
        var organization = handing.device().organization();
        var rendering = new Rendering(handing.now(), Room.unlimited(handing.now()));
        store.reoffer(organization, handing.wish(max, Set.of()), handing.now().plus(LEASE))
                .forEach(again -> rendering.again(again).ifPresent(text -> handing.add(again, text)));
        store.settle(organization, rendering.ended());
        handing.news().addAll(rendering.news());
        checkAfterCommit(organization, rendering.campaigns());
        return rendering.ended().size();
    }

    private static Duration atLeastZero(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    /** Which claims are the device's own: only those may be sent, the others must be deleted from the outbox. */
    public record Accepted(List<Claim> accepted, List<Claim> dropped) {}

    /** Ends the leases of the device's claims; doing so again changes nothing. */
    public Accepted accept(Device device, List<Claim> claims) {
        return transactions.call(() -> {
            var now = clock.instant();
            var held = locked(device, claims);
            Predicate<Claim> own = claim -> acceptable(device, claim, held.get(claim.message()));
            var accepted = claims.stream().filter(own).toList();
            var fresh = accepted.stream()
                    .flatMap(claim -> Stream.ofNullable(held.get(claim.message())))
                    .filter(h -> !h.accepted())
                    .distinct()
                    .map(h -> new HandOverStore.Acceptance(h.id(), now, reportDue(h, now)))
                    .toList();
            store.accept(device.organization(), fresh);
            return new Accepted(accepted, claims.stream().filter(own.negate()).toList());
        });
    }

    private static boolean acceptable(Device device, Claim claim, @Nullable Held held) {
        return held != null
                && !device.removed()
                && held.by(device.id(), claim.number())
                && held.status() == MessageStatus.DISPATCHED
                && (held.accepted() || held.recall() == Recall.NONE);
    }

    private static Instant reportDue(Held held, Instant now) {
        return held.deadline()
                .map(deadline -> deadline.plus(SILENCE_AFTER_DEADLINE))
                .orElseGet(() -> now.plus(SILENCE_WITHOUT_DEADLINE));
    }

    /** What became of each report; confirmed and rejected ones both leave the device's outbox. */
    public record Heard(List<Long> confirmed, List<Rejection> rejected) {}

    public record Rejection(long seq, String code) {}

    /** Applies what the device tells, in any order and any number of times. */
    public Heard report(Device device, List<Report> reports) {
        if (reports.size() > REPORT_LIMIT) {
            throw new Refusal.Invalid("reports", "At most " + REPORT_LIMIT + " reports at once");
        }
        return transactions.call(() -> {
            var claims = reports.stream().map(Report::claim).toList();
            var hearing = new Hearing(device.id(), locked(device, claims), clock.instant());
            reports.forEach(hearing::hear);
            // First what locks campaigns, then what may lock quotas.
            requeue(device, hearing.returned(), true);
            requeue(device, hearing.calledBack(), false);
            store.settle(device.organization(), hearing.settled());
            pacing.left(device, hearing.tried(), clock.instant());
            events.ofMessages(device.organization(), hearing.news());
            checkAfterCommit(device.organization(), hearing.campaigns());
            return new Heard(hearing.confirmed(), hearing.rejected());
        });
    }

    private void requeue(Device device, Set<MessageId> messages, boolean counted) {
        if (!messages.isEmpty()) {
            var stopped = store.requeue(device.organization(), messages, clock.instant(), counted);
            checkAfterCommit(device.organization(), stopped);
            transactions.afterCommit(() -> sending.ready(device.organization()));
        }
    }

    /**
     * What the device accepted and is to give back if it has not begun to send it: repeated until it reports on it, and
     * what it reports wins.
     */
    public List<CalledBack> calledBack(Device device) {
        return transactions.call(() -> store.calledBack(device.organization(), device.id(), CALLED_BACK_LIMIT));
    }

    /** Those of the organizations for which messages wait that may leave now. */
    public Set<OrganizationId> waiting(Set<OrganizationId> asked) {
        return asked.isEmpty()
                ? Set.of()
                : transactions.call(() -> {
                    var now = clock.instant();
                    var lanes = organizations.withQuietHours(asked).stream()
                            .collect(Collectors.toMap(
                                    Organization::id,
                                    some -> OpenLanes.at(now, SendingTimes.of(some))
                                            .lanes()));
                    return asked.stream()
                            .collect(Collectors.groupingBy(id -> lanes.getOrDefault(id, Lane.ALL), Collectors.toSet()))
                            .entrySet()
                            .stream()
                            .flatMap(some -> store.waiting(some.getValue(), some.getKey()).stream())
                            .collect(Collectors.toSet());
                });
    }

    private Map<MessageId, Held> locked(Device device, List<Claim> claims) {
        var ids = claims.stream().map(Claim::message).collect(Collectors.toSet());
        return store.lock(device.organization(), ids).stream()
                .collect(Collectors.toMap(Held::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    private void checkAfterCommit(OrganizationId organization, Set<CampaignId> campaigns) {
        transactions.afterCommit(() -> campaigns.forEach(id -> completion.check(new CampaignRef(organization, id))));
    }
}
