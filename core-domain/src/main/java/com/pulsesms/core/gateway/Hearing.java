package com.pulsesms.core.gateway;

import com.pulsesms.core.device.SimParts;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.News;
import com.pulsesms.core.message.Failure;
import com.pulsesms.core.message.MessageStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Decides what a batch of reports changes. Each is weighed against the status that the ones before it left, and what
 * {@link MessageStatus} does not allow changes nothing.
 */
final class Hearing {
    /**
     * How often a message may be given back before it fails. A return costs its phone minutes of retries, so a message
     * that came back five times is refused by whichever phone takes it, or there is none that could send it; what is
     * tried for ever would hide that from its sender.
     */
    static final int RETURN_LIMIT = 5;

    private static final String NOT_YOURS = "claim_not_yours";

    /**
     * What a phone says of what we wanted back, though maybe the campaign was resumed meanwhile, and of what it had no
     * time to send before quiet hours.
     */
    private static final Set<String> NOT_COUNTED = Set.of("RETURN_ASKED", "TIME_OVER");

    private final DeviceId device;
    private final Map<MessageId, Held> held;
    private final Instant now;
    private final List<Long> confirmed = new ArrayList<>();
    private final List<HandOver.Rejection> rejected = new ArrayList<>();
    private final Map<MessageId, Settlement> settled = new LinkedHashMap<>();
    private final Set<MessageId> returned = new LinkedHashSet<>();
    private final Set<MessageId> calledBack = new LinkedHashSet<>();
    private final Set<CampaignId> campaigns = new HashSet<>();
    private final Map<MessageId, SimParts> tried = new LinkedHashMap<>();
    private final List<News<MessageId>> news = new ArrayList<>();

    Hearing(DeviceId device, Map<MessageId, Held> held, Instant now) {
        this.device = device;
        this.held = new HashMap<>(held);
        this.now = now;
    }

    void hear(Report report) {
        var message = held.get(report.claim().message());
        if (message != null && !message.by(device, report.claim().number())) {
            rejected.add(new HandOver.Rejection(report.seq(), NOT_YOURS));
            return;
        }
        confirmed.add(report.seq());
        if (message != null) {
            apply(message, report);
        }
    }

    private void apply(Held message, Report report) {
        switch (report.told()) {
            case SENT -> settle(message, report, MessageStatus.SENT);
            case DELIVERED -> settle(message, report, MessageStatus.DELIVERED);
            case UNDELIVERED -> settle(message, report, MessageStatus.UNDELIVERED);
            case FAILED -> settle(message, report, MessageStatus.FAILED);
            case UNKNOWN -> settle(message, report, MessageStatus.UNKNOWN);
            case EXPIRED -> expire(message, report);
            case RETURNED -> takeBack(message, report);
        }
    }

    private void expire(Held message, Report report) {
        if (message.status() == MessageStatus.UNKNOWN) {
            end(message, MessageStatus.FAILED, Failure.NOT_SENT);
        } else if (message.deadline().filter(deadline -> !deadline.isAfter(now)).isEmpty()) {
            // Its time at that phone was over, not its own.
            takeBack(message, report);
        } else {
            settle(message, report, MessageStatus.EXPIRED);
        }
    }

    private void takeBack(Held message, Report report) {
        if (message.status() == MessageStatus.UNKNOWN) {
            end(message, MessageStatus.FAILED, Failure.NOT_SENT);
        } else if (message.status() == MessageStatus.DISPATCHED) {
            if (report.parts() > 0) {
                // Whatever the phone calls it: sending it again would send these parts twice.
                settle(message, report, MessageStatus.FAILED, Optional.of(Failure.PARTLY_SENT));
            } else if (message.recall() == Recall.CANCEL) {
                keep(message, Settlement.canceled(message.id(), now));
            } else if (message.recall() == Recall.RETURN
                    || report.code().filter(NOT_COUNTED::contains).isPresent()) {
                requeue(message, calledBack);
            } else if (message.returns() >= RETURN_LIMIT) {
                end(message, MessageStatus.FAILED, report.code().orElse(Failure.RETURNED_TOO_OFTEN));
            } else {
                requeue(message, returned);
            }
        }
    }

    private void requeue(Held message, Set<MessageId> among) {
        among.add(message.id());
        held.put(message.id(), message.requeued());
    }

    private void settle(Held message, Report report, MessageStatus next) {
        settle(message, report, next, report.code());
    }

    private void settle(Held message, Report report, MessageStatus next, Optional<String> failure) {
        if (!message.status().canBecome(next)) {
            return;
        }
        var at = report.at().isAfter(now) ? now : report.at();
        countIfTried(message, report, next);
        var before = Optional.ofNullable(settled.get(message.id()));
        keep(
                message,
                new Settlement(
                        message.id(),
                        next,
                        now,
                        next.left() ? before.flatMap(Settlement::sentAt).or(() -> Optional.of(at)) : Optional.empty(),
                        next == MessageStatus.DELIVERED ? Optional.of(at) : Optional.empty(),
                        parts(report, next, before),
                        failure));
    }

    /** A try counts in full against the pace, as it does for Android, whether or not the network took it. */
    private void countIfTried(Held message, Report report, MessageStatus next) {
        var news = message.status() == MessageStatus.DISPATCHED || message.status() == MessageStatus.UNKNOWN;
        if (news && next != MessageStatus.EXPIRED) {
            var sim = report.sim().or(message.parts()::sim);
            tried.put(message.id(), new SimParts(sim, Math.max(message.parts().parts(), report.parts())));
        }
    }

    /** What tells no number of parts, though some left, leaves what is known about it. */
    private static OptionalInt parts(Report report, MessageStatus next, Optional<Settlement> before) {
        var mayHaveLeft = next.left() || next == MessageStatus.UNKNOWN;
        return mayHaveLeft && report.parts() == 0
                ? before.map(Settlement::parts).orElseGet(OptionalInt::empty)
                : OptionalInt.of(report.parts());
    }

    private void end(Held message, MessageStatus status, String failure) {
        keep(message, Settlement.unsent(message.id(), status, now, failure));
    }

    private void keep(Held message, Settlement settlement) {
        settled.put(message.id(), settlement);
        settlement.news(message.status()).forEach(news::add);
        held.put(message.id(), message.now(settlement.status()));
        message.campaign().ifPresent(campaigns::add);
    }

    List<Long> confirmed() {
        return confirmed;
    }

    List<HandOver.Rejection> rejected() {
        return rejected;
    }

    List<Settlement> settled() {
        return List.copyOf(settled.values());
    }

    /** Those that the device can't send, which is counted. */
    Set<MessageId> returned() {
        return returned;
    }

    /** Those that it gave back because we wanted it, or because their time was over. */
    Set<MessageId> calledBack() {
        return calledBack;
    }

    /** What was tried to be sent, by SIMs. */
    List<SimParts> tried() {
        return List.copyOf(tried.values());
    }

    /** What is to be told, in the order in which it was heard. */
    List<News<MessageId>> news() {
        return news;
    }

    /** Those that may have ended by it. */
    Set<CampaignId> campaigns() {
        return campaigns;
    }
}
