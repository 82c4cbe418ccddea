package com.pulsesms.rest.gateway;

import com.pulsesms.core.device.Device;
import com.pulsesms.core.gateway.Handed;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Answers a phone over HTTP, whenever that is. */
record PollAnswer(AsyncResponse response, GatewayCounters counters) implements ParkedPoll.Answer {
    private static final int RETRY_AFTER_SECONDS = 2;

    @Override
    public boolean messages(Device device, List<Handed> messages) {
        counters.handed(messages.size());
        return response.resume(
                Response.ok(ClaimCall.answer(device, messages).toString(), MediaType.APPLICATION_JSON_TYPE)
                        .build());
    }

    @Override
    public boolean nothing() {
        return response.resume(Response.noContent().build());
    }

    @Override
    public boolean failure(RuntimeException why) {
        return response.resume(why);
    }

    @Override
    public boolean stopping() {
        return response.resume(Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build());
    }
}
