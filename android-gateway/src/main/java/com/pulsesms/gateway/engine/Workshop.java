package com.pulsesms.gateway.engine;

/** What the loops of one engine share. */
final class Workshop {
    final Ports ports;
    final Pairing pairing;
    final ServerTime time;
    final Ledger ledger;
    final Standing standing;
    final PaceKeeper pace;
    final GatewayServer server;

    Workshop(Pairing pairing, Ports ports) {
        this.ports = ports;
        this.pairing = pairing;
        this.time = new ServerTime(ports.clock());
        this.ledger = new Ledger(ports.outbox(), time);
        this.standing = new Standing(ledger);
        this.pace = new PaceKeeper(ledger, time.now());
        this.server = new GatewayServer(ports.http(), pairing);
    }
}
