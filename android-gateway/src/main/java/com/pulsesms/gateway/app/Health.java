package com.pulsesms.gateway.app;

import com.pulsesms.gateway.R;
import com.pulsesms.gateway.engine.GatewayEngine;
import com.pulsesms.gateway.engine.Standing;

/** How the gateway is doing, in one word for a person. */
enum Health {
    CONNECTED(R.string.state_connected, R.string.state_connected_hint, R.color.good),
    CONNECTING(R.string.state_connecting, R.string.state_connecting_hint, R.color.waiting),
    PAUSED(R.string.state_paused, R.string.state_paused_hint, R.color.waiting),
    CANNOT_SEND(R.string.state_cannot_send, R.string.state_cannot_send_hint, R.color.bad),
    UNREACHABLE(R.string.state_unreachable, R.string.state_unreachable_hint, R.color.bad),
    REMOVED(R.string.state_removed, R.string.state_removed_hint, R.color.bad),
    SIGNED_OUT(R.string.state_signed_out, R.string.state_signed_out_hint, R.color.bad);

    private final int title;
    private final int hint;
    private final int color;

    Health(int title, int hint, int color) {
        this.title = title;
        this.hint = hint;
        this.color = color;
    }

    static Health of(GatewayEngine engine, Doctor doctor) {
        Standing standing = engine.standing();
        if (standing.unpaired()) {
            return REMOVED;
        }
        if (standing.tokenInvalid()) {
            return SIGNED_OUT;
        }
        if (standing.problem() != null) {
            return UNREACHABLE;
        }
        if (standing.lastContactMillis() == 0) {
            return CONNECTING;
        }
        if (standing.paused()) {
            return PAUSED;
        }
        return doctor.cannotSend() == null ? CONNECTED : CANNOT_SEND;
    }

    int title() {
        return title;
    }

    int hint() {
        return hint;
    }

    int color() {
        return color;
    }
}
