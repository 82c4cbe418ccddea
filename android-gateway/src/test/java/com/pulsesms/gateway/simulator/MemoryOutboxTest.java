package com.pulsesms.gateway.simulator;

import com.pulsesms.gateway.engine.Outbox;
import com.pulsesms.gateway.engine.OutboxContract;

class MemoryOutboxTest implements OutboxContract {
    @Override
    public Outbox outbox() {
        return new MemoryOutbox();
    }

    /** It lasts as long as the process: only the engine died. */
    @Override
    public Outbox afterDeath(Outbox outbox) {
        return outbox;
    }
}
