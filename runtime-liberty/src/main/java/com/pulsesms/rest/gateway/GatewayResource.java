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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What phones call. Each call may be repeated, and each answer may be lost. To the rest of the API phones are strangers:
 * {@link DeviceFilter} knows them.
 */
@Path("gateway")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Gateway", description = "What phones call; android-gateway/docs/protocol.md tells it in full")
@SecurityScheme(
        securitySchemeName = "device",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "The token that a phone got when it paired")
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
    private PhoneChanges changes;

    @Inject
    private GatewayCounters counters;

    @Inject
    private Clock clock;

    @POST
    @Path("pair")
    @Operation(operationId = "pairDevice", summary = "Pair a phone by a code")
    @SecurityRequirementsSet
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            examples =
                                                    "{\"code\":\"47ETTSPMEXPV\",\"installationId\":\"0b3c9f2e\",\"device\":{\"manufacturer\":\"Google\",\"model\":\"Pixel 4a\",\"androidVersion\":\"13\",\"appVersion\":\"0.1.0\"},\"sims\":[]}")))
    @APIResponse(responseCode = "201", description = "The device with its token")
    public Response pair(InputStream body) {
        var paired = pulse.pairing().pair(PairCall.read(Body.read(body)));
        changes.changed(paired.device().id());
        return Response.status(Response.Status.CREATED)
                .entity(PairCall.answer(paired).toString())
                .build();
    }

    @POST
    @Path("messages/claim")
    @ByDevice
    @Operation(operationId = "claimMessages", summary = "Wait for messages")
    @SecurityRequirement(name = "device")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(type = SchemaType.OBJECT, examples = "{\"wait\":50,\"max\":50}")))
    @APIResponse(responseCode = "200", description = "Messages to accept")
    @APIResponse(responseCode = "204", description = "Nothing came")
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
    @Operation(operationId = "acceptMessages", summary = "Accept messages, which then are the phone's alone")
    @SecurityRequirement(name = "device")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            examples =
                                                    "{\"messages\":[{\"id\":\"0190b6f0-0000-7000-8000-000000000001\",\"claim\":1}]}")))
    @APIResponse(responseCode = "200", description = "Which are accepted and which are not the phone's")
    public String accept(InputStream body) {
        var claims = AcceptCall.read(Body.read(body));
        var accepted = pulse.handOver().accept(caller.device(), claims);
        counters.answered(accepted);
        return AcceptCall.answer(accepted).toString();
    }

    @POST
    @Path("heartbeat")
    @ByDevice
    @Operation(operationId = "heartbeat", summary = "Tell how the phone and its messages are")
    @SecurityRequirement(name = "device")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            examples =
                                                    "{\"battery\":81,\"charging\":true,\"network\":\"WIFI\",\"canSend\":true,\"permissions\":{\"SEND_SMS\":true},\"sims\":[],\"queue\":{\"accepted\":0,\"sending\":0,\"reports\":0},\"appVersion\":\"0.1.0\",\"reports\":[]}")))
    @APIResponse(responseCode = "200", description = "What the server wants of the phone")
    public String heartbeat(InputStream body) {
        var device = caller.device();
        var call = HeartbeatCall.read(Body.read(body), clock.instant());
        var heard = pulse.handOver().report(device, call.reports());
        counters.heard(heard);
        if (!device.removed()) {
            presence.heard(device, call.told());
        }
        var calledBack = pulse.handOver().calledBack(device);
        return call.answer(device, heard, calledBack, clock.instant()).toString();
    }

    @DELETE
    @Path("device")
    @Consumes(MediaType.WILDCARD)
    @ByDevice
    @Operation(operationId = "unpairDevice", summary = "Unpair this phone")
    @SecurityRequirement(name = "device")
    @APIResponse(responseCode = "204", description = "Unpaired")
    public void unpair() {
        var device = caller.device();
        pulse.deviceRemoval().unpair(device);
        changes.changed(device.id());
    }
}
