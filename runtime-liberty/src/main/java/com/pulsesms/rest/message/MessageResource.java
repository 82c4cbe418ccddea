package com.pulsesms.rest.message;

import com.pulsesms.core.campaign.BulkSending;
import com.pulsesms.core.campaign.Resending;
import com.pulsesms.core.campaign.Steering;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.message.Lane;
import com.pulsesms.core.message.Messages;
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
import java.util.ArrayList;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Single messages, and the log of all. */
@Path("messages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
@ApplicationScoped
public class MessageResource {
    @Inject
    private Messages messages;

    @Inject
    private BulkSending bulkSending;

    @Inject
    private Resending resending;

    @Inject
    private Steering steering;

    @Inject
    private Identity identity;

    @GET
    @Operation(operationId = "listMessages", summary = "Messages, newest first")
    public PageJson<MessageJson> list(@BeanParam MessageQuery query, @BeanParam PageQuery page) {
        return PageJson.of(messages.page(identity.actor(), query.filter(), page.request()), MessageJson::of);
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "sendMessage",
            summary = "Queue a message, or one to each of up to 1,000 recipients, for the next phone that asks",
            description =
                    "Of several recipients either all get the text or, if one of them is not valid, nobody: the"
                            + " errors name each by its place, such as recipients[3].to. A number that is there twice gets two.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = MessageDraftJson.class)))
    @APIResponse(
            responseCode = "201",
            description = "The message; with recipients, all of them",
            content = @Content(schema = @Schema(oneOf = {MessageJson.class, SentJson.class})))
    public Response send(Input input) {
        return input.has("recipients") ? sendAll(input) : sendOne(input);
    }

    private Response sendAll(Input input) {
        var recipients = new ArrayList<BulkSending.Recipient>();
        for (var recipient : input.optionalObjects("recipients")) {
            recipients.add(new BulkSending.Recipient(recipient.text("to"), recipient.namedTexts("variables")));
        }
        var wish = new BulkSending.Wish(
                input.text("text"), recipients, lane(input), RouteInput.read(input), input.optionalInstant("deadline"));
        input.check();
        return Response.status(Response.Status.CREATED)
                .entity(SentJson.of(bulkSending.send(identity.actor(), wish)))
                .build();
    }

    private static Lane lane(Input input) {
        return input.flag("urgent") ? Lane.URGENT : Lane.NORMAL;
    }

    private Response sendOne(Input input) {
        var wish = new Messages.NewMessage(
                input.text("to"),
                input.text("text"),
                lane(input),
                RouteInput.read(input),
                input.optionalInstant("deadline"));
        input.check();
        var queued = messages.send(identity.actor(), wish);
        return Response.created(URI.create("messages/" + queued.id()))
                .entity(MessageJson.of(queued))
                .build();
    }

    @POST
    @Idempotent
    @Path("{message}/resend")
    @Operation(
            operationId = "resendMessage",
            summary = "Queue the text of a message that failed, was not delivered or is unknown once more",
            description =
                    "Makes a new message, which names the one that was first to be sent. A message that was resent"
                            + " already is refused: resend the newest, once that failed too.")
    @APIResponse(
            responseCode = "201",
            description = "The new message",
            content = @Content(schema = @Schema(implementation = MessageJson.class)))
    public Response resend(@PathParam("message") String id) {
        var queued = resending.message(identity.actor(), MessageId.parse(id));
        return Response.created(URI.create("messages/" + queued.id()))
                .entity(MessageJson.of(queued))
                .build();
    }

    @POST
    @Idempotent
    @Path("{message}/cancel")
    @Operation(
            operationId = "cancelMessage",
            summary = "Call a message back",
            description =
                    "It is CANCELED at once unless a phone took it already: then cancelAsked is true, the phone is"
                            + " asked to give it back, and what it tells decides. Repeating it changes nothing. Refused as"
                            + " message_left once it left, and as message_ended if it ended otherwise.")
    @APIResponse(
            responseCode = "200",
            description = "The message",
            content = @Content(schema = @Schema(implementation = MessageJson.class)))
    public MessageJson cancel(@PathParam("message") String id) {
        return MessageJson.of(steering.cancelMessage(identity.actor(), MessageId.parse(id)));
    }

    @GET
    @Path("{message}")
    @Operation(operationId = "getMessage", summary = "One message")
    public MessageJson get(@PathParam("message") String id) {
        return MessageJson.of(messages.find(identity.actor(), MessageId.parse(id)));
    }
}
