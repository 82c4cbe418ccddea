package com.pulsesms.rest.webhook;

import com.pulsesms.core.kernel.DeliveryId;
import com.pulsesms.core.kernel.EndpointId;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.webhook.Deliveries;
import com.pulsesms.core.webhook.DeliveryState;
import com.pulsesms.rest.Input;
import com.pulsesms.rest.PageJson;
import com.pulsesms.rest.PageQuery;
import com.pulsesms.rest.idempotency.Idempotent;
import com.pulsesms.rest.identity.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What webhooks were sent, and sending it again. */
@Path("webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
@ApplicationScoped
public class DeliveryResource {
    @Inject
    private Deliveries deliveries;

    @Inject
    private Identity identity;

    @Inject
    private Clock clock;

    @POST
    @Idempotent
    @Path("{webhook}/test")
    @Operation(
            operationId = "testWebhook",
            summary = "Send a webhook.test event",
            description = "Whatever events the webhook chose. A disabled one is refused as webhook_disabled.")
    @APIResponse(
            responseCode = "202",
            description = "The delivery, which is tried at once",
            content = @Content(schema = @Schema(implementation = DeliveryJson.class)))
    public Response test(@PathParam("webhook") String webhook) {
        var made = deliveries.test(identity.actor(), EndpointId.parse(webhook));
        return Response.accepted(DeliveryJson.of(made))
                .location(URI.create("webhooks/" + webhook + "/deliveries/" + made.id()))
                .build();
    }

    @GET
    @Path("{webhook}/deliveries")
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "Deliveries, newest first",
            description = "They are kept for 30 days.")
    public PageJson<DeliveryJson> list(
            @PathParam("webhook") String webhook, @BeanParam DeliveryQuery query, @BeanParam PageQuery page) {
        var found = deliveries.page(identity.actor(), EndpointId.parse(webhook), query.filter(), page.request());
        return PageJson.of(found, DeliveryJson::of);
    }

    @GET
    @Path("{webhook}/deliveries/{delivery}")
    @Operation(operationId = "getWebhookDelivery", summary = "One delivery with what was sent and answered")
    public LoggedDeliveryJson get(@PathParam("webhook") String webhook, @PathParam("delivery") String id) {
        return LoggedDeliveryJson.of(
                deliveries.find(identity.actor(), EndpointId.parse(webhook), DeliveryId.parse(id)));
    }

    @POST
    @Idempotent
    @Path("{webhook}/deliveries/{delivery}/redeliver")
    @Operation(
            operationId = "redeliverWebhook",
            summary = "Deliver an event again, under the same id",
            description = "A disabled webhook is refused as webhook_disabled.")
    @APIResponse(
            responseCode = "202",
            description = "The delivery, which is tried at once",
            content = @Content(schema = @Schema(implementation = DeliveryJson.class)))
    public Response redeliver(@PathParam("webhook") String webhook, @PathParam("delivery") String id) {
        var again = deliveries.redeliver(identity.actor(), EndpointId.parse(webhook), DeliveryId.parse(id));
        return Response.accepted(DeliveryJson.of(again)).build();
    }

    @POST
    @Idempotent
    @Path("{webhook}/redeliver")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "redeliverWebhookRange",
            summary = "Deliver the events of a stretch of time again, under the same ids",
            description = "A disabled webhook is refused as webhook_disabled.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RedeliveryWishJson.class)))
    @APIResponse(
            responseCode = "202",
            description = "How many are tried again",
            content = @Content(schema = @Schema(implementation = RedeliveredJson.class)))
    public Response redeliverRange(@PathParam("webhook") String webhook, Input input) {
        var from = input.optionalInstant("from");
        var to = input.optionalInstant("to").orElseGet(clock::instant);
        var states = input.optionalTexts("states").map(DeliveryResource::states).orElse(Set.of(DeliveryState.FAILED));
        input.check();
        var begin = from.orElseThrow(() -> new Refusal.Invalid("from", "This field is needed"));
        var count = deliveries.redeliverAll(identity.actor(), EndpointId.parse(webhook), begin, to, states);
        return Response.accepted(new RedeliveredJson(count)).build();
    }

    private static Set<DeliveryState> states(List<String> names) {
        return names.stream().map(name -> DeliveryQuery.state("states", name)).collect(Collectors.toSet());
    }
}
