package com.pulsesms.gateway.engine;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Fetches messages: claims them, writes them to the outbox, and only then accepts them. */
final class Poller implements Loop {
    private static final int MOST_CLAIMS = 50;
    private static final int MOST_WAITING = 300;
    private static final long IDLE_MILLIS = 5_000;
    private static final long FULL_MILLIS = 50;

    private final GatewayServer server;
    private final Ledger ledger;
    private final Standing standing;
    private final Phone phone;
    private final ServerTime time;
    private final Steps steps;
    private final Backoff backoff;
    private final Bell senderBell;

    Poller(Workshop shop, Bell senderBell) {
        this.server = shop.server;
        this.ledger = shop.ledger;
        this.standing = shop.standing;
        this.phone = shop.ports.phone();
        this.time = shop.time;
        this.steps = shop.ports.steps();
        this.backoff = new Backoff(shop.ports.randomness());
        this.senderBell = senderBell;
    }

    @Override
    public long step() {
        if (!standing.mayWork() || !phone.state().canSend()) {
            return IDLE_MILLIS;
        }
        int room = MOST_WAITING - ledger.counts().accepted();
        if (room <= 0) {
            return FULL_MILLIS;
        }
        try {
            accept(new LinkedHashSet<Claim>(ledger.unaccepted(GatewayServer.MOST_ACCEPTS)));
            List<Message> messages = server.claim(Math.min(MOST_CLAIMS, room));
            standing.contacted(time.now().wallMillis());
            steps.passed(Step.AFTER_CLAIM);
            take(messages);
            backoff.reset();
            return 0;
        } catch (IOException e) {
            standing.failed(e);
            return backoff.next(0);
        } catch (ServerRefused e) {
            standing.failed(e);
            return backoff.next(e.retryAfterMillis());
        }
    }

    private void take(List<Message> messages) throws IOException, ServerRefused {
        if (messages.isEmpty()) {
            return;
        }
        ledger.claimed(messages);
        steps.passed(Step.AFTER_OUTBOX_WRITE);
        Set<Claim> claims = new LinkedHashSet<Claim>();
        for (Message message : messages) {
            claims.add(message.claim());
        }
        accept(claims);
    }

    private void accept(Set<Claim> claims) throws IOException, ServerRefused {
        if (claims.isEmpty()) {
            return;
        }
        AcceptAnswer answer = server.accept(claims);
        steps.passed(Step.AFTER_ACCEPT_CALL);
        ledger.answered(answer.accepted(), answer.dropped());
        steps.passed(Step.AFTER_ACCEPT);
        senderBell.ring();
    }

    void resetBackoff() {
        backoff.reset();
    }
}
