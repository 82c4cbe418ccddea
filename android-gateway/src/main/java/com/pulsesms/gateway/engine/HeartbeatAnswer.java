package com.pulsesms.gateway.engine;

import java.util.List;

/** What the server wants of this phone. */
final class HeartbeatAnswer {
    /** Seqs of reports that the server took or turned down for good. */
    final List<Long> settled;

    final List<Claim> cancel;
    final List<Claim> giveBack;
    /** As it came, to be kept on disk; null when there was none. */
    final String pace;

    final boolean paused;
    final boolean unpaired;
    /** Null when there was none. */
    final Long serverMillis;

    HeartbeatAnswer(
            List<Long> settled,
            List<Claim> cancel,
            List<Claim> giveBack,
            String pace,
            boolean paused,
            boolean unpaired,
            Long serverMillis) {
        this.settled = settled;
        this.cancel = cancel;
        this.giveBack = giveBack;
        this.pace = pace;
        this.paused = paused;
        this.unpaired = unpaired;
        this.serverMillis = serverMillis;
    }
}
