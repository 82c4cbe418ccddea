package com.pulsesms.rest.gateway;

import com.pulsesms.core.PulseSms;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/**
 * What phones call. Each call may be repeated, and each answer may be lost. To the rest of the API phones are strangers:
 * {@link DeviceFilter} knows them.
 */
@Path("gateway")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@ApplicationScoped
public class GatewayResource {
    private static final int UNTIL_LOOKED_SECONDS = 1;

    @Inject
    private PulseSms pulse;

    @Inject
    private Caller caller;

    @Inject
    private DeviceTokens tokens;

    @Inject
    private Presence presence;

    @Inject
    private ParkedPolls polls;

    @Inject
    private GatewayCounters counters;

    @Inject
    private Clock clock;

    @POST
    @Path("pair")
    public Response pair(InputStream body) {
        var paired = pulse.pairing().pair(PairCall.read(Body.read(body)));
        tokens.forget(paired.device().id());
        return Response.status(Response.Status.CREATED)
                .entity(PairCall.answer(paired).toString())
                .build();
    }

    @POST
    @Path("messages/claim")
    @ByDevice
    public void claim(InputStream body, @Suspended AsyncResponse response) {
        var call = ClaimCall.read(Body.read(body));
        var device = caller.device();
        var token = caller.token();
        if (!device.removed()) {
            presence.seen(device);
        }
        var poll = new ParkedPoll(
                device, () -> tokens.authenticate(token), call.max(), new PollAnswer(response, counters));
        response.setTimeoutHandler(late -> giveUp(poll, late));
        if (call.waitSeconds() > 0) {
            response.setTimeout(call.waitSeconds(), TimeUnit.SECONDS);
        }
        polls.park(poll);
        if (call.waitSeconds() == 0) {
            giveUp(poll, response);
        }
    }

    private void giveUp(ParkedPoll poll, AsyncResponse response) {
        if (!polls.giveUp(poll)) {
            response.setTimeout(UNTIL_LOOKED_SECONDS, TimeUnit.SECONDS);
        }
    }

    @POST
    @Path("messages/accept")
    @ByDevice
    public String accept(InputStream body) {
        var claims = AcceptCall.read(Body.read(body));
        var accepted = pulse.handOver().accept(caller.device(), claims);
        counters.answered(accepted);
        return AcceptCall.answer(accepted).toString();
    }

    @POST
    @Path("heartbeat")
    @ByDevice
    public String heartbeat(InputStream body) {
        var device = caller.device();
        var call = HeartbeatCall.read(Body.read(body), clock.instant());
        var heard = pulse.handOver().report(device, call.reports());
        counters.heard(heard);
        if (!device.removed()) {
            presence.heard(device, call.told());
        }
        return call.answer(device, heard, clock.instant()).toString();
    }

    @DELETE
    @Path("device")
    @Consumes(MediaType.WILDCARD)
    @ByDevice
    public void unpair() {
        var device = caller.device();
        pulse.deviceRemoval().unpair(device);
        tokens.forget(device.id());
        polls.removed(device.id());
    }
}
