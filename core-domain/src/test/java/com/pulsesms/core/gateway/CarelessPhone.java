package com.pulsesms.core.gateway;

import com.pulsesms.core.PulseSms;
import com.pulsesms.core.device.Pace;
import com.pulsesms.core.gateway.Report.Told;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.TestClock;
import com.pulsesms.core.message.Segments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A phone that keeps the hand-over but knows no pace: it sends all that it may send, whenever it comes to it. */
final class CarelessPhone {
    /** When a phone gives up a message without a deadline: see the protocol's {@code TOO_OLD}. */
    private static final Duration TOO_OLD = Duration.ofHours(48);

    private final PulseSms core;
    private final TestClock clock;
    private final Phone phone;
    private final Map<Claim, Waiting> outbox = new LinkedHashMap<>();
    private final List<Report> reports = new ArrayList<>();
    private final List<Departure> left = new ArrayList<>();
    private long lastSeq;

    private record Waiting(Handed handed, Instant since) {}

    /** @param sim the one it was pinned to */
    record Departure(Instant at, int parts, Optional<Integer> sim) {}

    CarelessPhone(PulseSms core, TestClock clock, Actor owner, Pace pace) {
        this.core = core;
        this.clock = clock;
        this.phone = Phone.paired(core, owner, pace);
    }

    Phone phone() {
        return phone;
    }

    List<Departure> left() {
        return left;
    }

    void claim(boolean answerLost) {
        var handed = phone.claim();
        if (!answerLost) {
            phone.accept(handed)
                    .accepted()
                    .forEach(claim -> handed.stream()
                            .filter(one -> one.claim().equals(claim))
                            .forEach(one -> outbox.putIfAbsent(claim, new Waiting(one, clock.instant()))));
        }
    }

    void send(int most, Told told) {
        for (var each : picked(most)) {
            if (Duration.between(each.since, clock.instant()).compareTo(TOO_OLD) >= 0) {
                tell(each.handed, Told.RETURNED, 0);
                continue;
            }
            var parts = Segments.of(each.handed.text()).parts();
            left.add(new Departure(clock.instant(), parts, each.handed.sim()));
            tell(each.handed, told, told == Told.UNKNOWN ? 0 : parts);
        }
    }

    void giveBack(int most) {
        picked(most).forEach(each -> tell(each.handed, Told.RETURNED, 0));
    }

    private List<Waiting> picked(int most) {
        var picked = outbox.values().stream().limit(most).toList();
        picked.forEach(each -> outbox.remove(each.handed.claim()));
        return picked;
    }

    private void tell(Handed handed, Told told, int parts) {
        reports.add(new Report(++lastSeq, handed.claim(), told, clock.instant(), parts, Optional.empty()));
    }

    void report() {
        core.handOver().report(phone.device(), List.copyOf(reports));
        reports.clear();
    }
}
