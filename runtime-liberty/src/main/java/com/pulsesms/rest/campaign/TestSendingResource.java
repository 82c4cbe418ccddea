package com.pulsesms.rest.campaign;

import com.pulsesms.core.campaign.TestSending;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.ContactId;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.rest.Input;
import com.pulsesms.rest.idempotency.Idempotent;
import com.pulsesms.rest.identity.Identity;
import com.pulsesms.rest.message.MessageJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Trying a campaign's text out on oneself. */
@Path("campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Campaigns")
@ApplicationScoped
public class TestSendingResource {
    @Inject
    private TestSending testing;

    @Inject
    private Identity identity;

    @POST
    @Idempotent
    @Path("{campaign}/test")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "testCampaign",
            summary = "Send a campaign's text to one's own number",
            description = "A single urgent message with the text that one of the contacts would get, outside of the"
                    + " campaign's counters. It leaves in quiet hours, too.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TestWishJson.class)))
    @APIResponse(
            responseCode = "201",
            description = "The message",
            content = @Content(schema = @Schema(implementation = MessageJson.class)))
    public Response test(@PathParam("campaign") String id, Input input) {
        var to = input.text("to");
        var contact = input.optionalText("contactId").map(TestSendingResource::contact);
        input.check();
        var queued = testing.send(identity.actor(), CampaignId.parse(id), to, contact);
        return Response.created(URI.create("messages/" + queued.id()))
                .entity(MessageJson.of(queued))
                .build();
    }

    private static ContactId contact(String text) {
        try {
            return ContactId.parse(text);
        } catch (Refusal.NotFound e) {
            throw new Refusal.Invalid("contactId", "No such contact: " + text);
        }
    }
}
