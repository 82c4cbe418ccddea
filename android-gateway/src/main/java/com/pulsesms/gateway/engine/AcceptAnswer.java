package com.pulsesms.gateway.engine;

import java.util.List;

/** Which claims are this phone's own, and which are not. */
final class AcceptAnswer {
    private final List<Claim> accepted;
    private final List<Claim> dropped;

    AcceptAnswer(List<Claim> accepted, List<Claim> dropped) {
        this.accepted = accepted;
        this.dropped = dropped;
    }

    List<Claim> accepted() {
        return accepted;
    }

    List<Claim> dropped() {
        return dropped;
    }
}
