package com.pulsesms.rest.webhook;

import com.pulsesms.core.kernel.EndpointId;
import com.pulsesms.core.webhook.Webhooks;
import com.pulsesms.rest.Input;
import com.pulsesms.rest.PageJson;
import com.pulsesms.rest.PageQuery;
import com.pulsesms.rest.idempotency.Idempotent;
import com.pulsesms.rest.identity.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Webhooks: addresses that are told what happens. */
@Path("webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
@ApplicationScoped
public class WebhookResource {
    @Inject
    private Webhooks webhooks;

    @Inject
    private Identity identity;

    @GET
    @Operation(operationId = "listWebhooks", summary = "Webhooks, newest first")
    public PageJson<WebhookJson> list(@BeanParam PageQuery query) {
        return PageJson.of(webhooks.page(identity.actor(), query.request()), WebhookJson::of);
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createWebhook",
            summary = "Have an address told what happens",
            description = "The answer shows the secret by which requests are signed, this once. An organization can"
                    + " have 20 webhooks; more are refused as too_many_webhooks.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = WebhookDraftJson.class)))
    @APIResponse(
            responseCode = "201",
            description = "The webhook with its secret",
            content = @Content(schema = @Schema(implementation = WebhookWithSecretJson.class)))
    public Response create(Input input) {
        var url = input.text("url");
        var events = input.texts("events");
        input.check();
        var made = webhooks.create(identity.actor(), url, EventNames.choosable(events));
        return Response.created(URI.create("webhooks/" + made.endpoint().id()))
                .entity(WebhookWithSecretJson.of(made))
                .build();
    }

    @GET
    @Path("{webhook}")
    @Operation(operationId = "getWebhook", summary = "One webhook, without its secret")
    public WebhookJson get(@PathParam("webhook") String id) {
        return WebhookJson.of(webhooks.find(identity.actor(), EndpointId.parse(id)));
    }

    @PATCH
    @Path("{webhook}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "changeWebhook", summary = "Change, disable or enable a webhook")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = WebhookChangeJson.class)))
    @APIResponse(
            responseCode = "200",
            description = "The webhook",
            content = @Content(schema = @Schema(implementation = WebhookJson.class)))
    public WebhookJson change(@PathParam("webhook") String id, Input input) {
        var url = input.changedText("url");
        var events = input.optionalTexts("events");
        var enabled = input.has("enabled") ? Optional.of(input.flag("enabled")) : Optional.<Boolean>empty();
        input.check();
        var change = new Webhooks.Change(url, events.map(EventNames::choosable), enabled);
        return WebhookJson.of(webhooks.change(identity.actor(), EndpointId.parse(id), change));
    }

    @DELETE
    @Path("{webhook}")
    @Operation(operationId = "deleteWebhook", summary = "Remove a webhook with what waits for it")
    @APIResponse(responseCode = "204", description = "Removed")
    public void delete(@PathParam("webhook") String id) {
        webhooks.delete(identity.actor(), EndpointId.parse(id));
    }

    @POST
    @Idempotent
    @Path("{webhook}/secret")
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Give a webhook a new secret, which is shown this once",
            description = "For 24 hours requests carry a signature by the secret before, too.")
    @APIResponse(
            responseCode = "200",
            description = "The webhook with its new secret",
            content = @Content(schema = @Schema(implementation = WebhookWithSecretJson.class)))
    public WebhookWithSecretJson rotate(@PathParam("webhook") String id) {
        return WebhookWithSecretJson.of(webhooks.rotate(identity.actor(), EndpointId.parse(id)));
    }
}
