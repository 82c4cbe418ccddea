package com.pulsesms.rest.gateway;

import com.pulsesms.core.device.Device;
import com.pulsesms.core.gateway.Handed;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A phone's side of a parked poll: keeps the one answer that it gets. */
final class APhone implements ParkedPoll.Answer {
    private final CompletableFuture<Integer> messages = new CompletableFuture<>();

    @Override
    public boolean messages(Device device, List<Handed> found) {
        return messages.complete(found.size());
    }

    @Override
    public boolean nothing() {
        return messages.complete(0);
    }

    @Override
    public boolean failure(RuntimeException why) {
        return messages.completeExceptionally(why);
    }

    @Override
    public boolean stopping() {
        return messages.completeExceptionally(new IllegalStateException("The server stops"));
    }

    boolean waits() {
        return !messages.isDone();
    }

    /** How many messages came, once an answer is there. */
    int got() throws Exception {
        return messages.get(30, TimeUnit.SECONDS);
    }
}
