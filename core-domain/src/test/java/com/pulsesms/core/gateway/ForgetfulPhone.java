package com.pulsesms.core.gateway;

import com.pulsesms.core.PulseSms;
import com.pulsesms.core.gateway.Report.Told;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.kernel.Secret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A phone that keeps the protocol, on a line that loses answers: what it asks for reaches the server, what the server says
 * may not reach it.
 */
final class ForgetfulPhone {
    private final PulseSms core;
    private final Actor owner;
    private final String installation = "installation-" + Sample.id();
    private final Map<MessageId, Integer> left;
    private final Map<Claim, State> outbox = new HashMap<>();
    private final List<Report> reports = new ArrayList<>();
    private Secret token;
    private long lastSeq;

    /** What the phone knows about a claim in its outbox. */
    private enum State {
        HANDED,
        MAY_SEND
    }

    /** @param left counts how often which message leaves any radio */
    ForgetfulPhone(PulseSms core, Actor owner, Map<MessageId, Integer> left) {
        this.core = core;
        this.owner = owner;
        this.left = left;
        this.token = pair();
    }

    private Secret pair() {
        var code = core.pairing().offer(owner).code();
        var paired = core.pairing().pair(Phone.request(code, installation));
        return paired.token();
    }

    /** The same phone once more, maybe after it was removed. */
    void pairAgain() {
        token = pair();
    }

    void remove() {
        try {
            core.deviceRemoval()
                    .remove(owner, core.devices().authenticate(token).id());
        } catch (Refusal.NotFound already) {
            // Somebody removed it before.
        }
    }

    void claim(int max, boolean answerLost) {
        try {
            var handed = core.handOver().claim(core.devices().authenticate(token), max);
            if (!answerLost) {
                handed.forEach(one -> outbox.putIfAbsent(one.claim(), State.HANDED));
            }
        } catch (Refusal.Gone removed) {
            // It may only report.
        }
    }

    void accept(boolean answerLost) {
        var asked = in(State.HANDED).toList();
        var answer = core.handOver().accept(core.devices().authenticate(token), asked);
        if (!answerLost) {
            answer.accepted().forEach(claim -> outbox.put(claim, State.MAY_SEND));
            answer.dropped().forEach(outbox::remove);
        }
    }

    void send(int pick) {
        picked(pick).ifPresent(claim -> {
            left.merge(claim.message(), 1, Integer::sum);
            outbox.remove(claim);
            tell(claim, Told.SENT);
        });
    }

    /** Dies while the radio works on it; the text left or not, and the phone can't tell. */
    void dieWhileSending(int pick, boolean textLeft) {
        picked(pick).ifPresent(claim -> {
            if (textLeft) {
                left.merge(claim.message(), 1, Integer::sum);
            }
            outbox.remove(claim);
            tell(claim, Told.UNKNOWN);
        });
    }

    void giveBack(int pick) {
        picked(pick).ifPresent(claim -> {
            outbox.remove(claim);
            tell(claim, Told.RETURNED);
        });
    }

    /** Gives back what the answer to a heartbeat asks for. */
    void obey() {
        core.handOver().calledBack(core.devices().authenticate(token)).stream()
                .map(CalledBack::claim)
                .filter(claim -> outbox.get(claim) == State.MAY_SEND)
                .forEach(claim -> {
                    outbox.remove(claim);
                    tell(claim, Told.RETURNED);
                });
    }

    void report(boolean answerLost) {
        var heard = core.handOver().report(core.devices().authenticate(token), List.copyOf(reports));
        if (!answerLost) {
            reports.removeIf(report -> heard.confirmed().contains(report.seq())
                    || heard.rejected().stream().anyMatch(rejection -> rejection.seq() == report.seq()));
        }
    }

    private void tell(Claim claim, Told told) {
        reports.add(new Report(++lastSeq, claim, told, Sample.NOW, 0, Optional.empty()));
    }

    private Optional<Claim> picked(int pick) {
        var candidates = in(State.MAY_SEND).toList();
        return candidates.isEmpty() ? Optional.empty() : Optional.of(candidates.get(pick % candidates.size()));
    }

    /** What it may send, and nothing will stop it. */
    Stream<Claim> maySend() {
        return in(State.MAY_SEND);
    }

    /** In an order that does not differ from run to run. */
    private Stream<Claim> in(State state) {
        return outbox.entrySet().stream()
                .filter(entry -> entry.getValue() == state)
                .map(Map.Entry::getKey)
                .sorted((a, b) -> a.message().value().compareTo(b.message().value()));
    }
}
