package com.pulsesms.rest.campaign;

import com.pulsesms.core.campaign.CampaignStatus;
import com.pulsesms.core.campaign.Campaigns;
import com.pulsesms.core.campaign.Predictions;
import com.pulsesms.core.campaign.Resending;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.message.Messages;
import com.pulsesms.rest.Input;
import com.pulsesms.rest.PageJson;
import com.pulsesms.rest.PageQuery;
import com.pulsesms.rest.idempotency.Idempotent;
import com.pulsesms.rest.identity.Identity;
import com.pulsesms.rest.message.MessageJson;
import com.pulsesms.rest.message.MessageQuery;
import com.pulsesms.rest.message.RouteInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Campaigns. */
@Path("campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Campaigns")
@ApplicationScoped
public class CampaignResource {
    @Inject
    private Campaigns campaigns;

    @Inject
    private Predictions predictions;

    @Inject
    private CampaignAnswers answers;

    @Inject
    private Messages messages;

    @Inject
    private Resending resending;

    @Inject
    private Identity identity;

    @GET
    @Operation(operationId = "listCampaigns", summary = "Campaigns, newest first")
    public PageJson<CampaignJson> list(
            @Parameter(
                            description = "Only those in this status",
                            schema = @Schema(implementation = CampaignStatus.class))
                    @QueryParam("status")
                    @Nullable
                    String status,
            @BeanParam PageQuery query) {
        var wanted = Optional.ofNullable(status).map(CampaignResource::status);
        return answers.of(campaigns.page(identity.actor(), wanted, query.request()));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createCampaign", summary = "Make a draft")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CampaignDraftJson.class)))
    @APIResponse(
            responseCode = "201",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = CampaignJson.class)))
    public Response create(Input input) {
        var draft = draft(input);
        var made = campaigns.create(identity.actor(), draft);
        return Response.created(URI.create("campaigns/" + made.id()))
                .entity(answers.of(made.id()))
                .build();
    }

    @POST
    @Idempotent
    @Path("preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "previewCampaign",
            summary = "What a text would be for the contacts of some lists, and when it would have left")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = PreviewDraftJson.class)))
    @APIResponse(
            responseCode = "200",
            description = "The preview",
            content = @Content(schema = @Schema(implementation = PreviewJson.class)))
    public PreviewJson preview(Input input) {
        var text = input.text("text");
        var lists = lists(input);
        var route = RouteInput.read(input);
        input.check();
        var preview = campaigns.preview(identity.actor(), text, lists);
        return PreviewJson.of(preview, predictions.preview(identity.actor(), route, preview));
    }

    @GET
    @Path("{campaign}")
    @Operation(operationId = "getCampaign", summary = "One campaign and how its messages do")
    public CampaignJson get(@PathParam("campaign") String id) {
        return answers.of(CampaignId.parse(id));
    }

    @PUT
    @Path("{campaign}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "editCampaign", summary = "Replace what a draft is made of")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CampaignDraftJson.class)))
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = CampaignJson.class)))
    public CampaignJson edit(@PathParam("campaign") String id, Input input) {
        var draft = draft(input);
        return answers.of(
                campaigns.edit(identity.actor(), CampaignId.parse(id), draft).id());
    }

    @PATCH
    @Path("{campaign}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeCampaign",
            summary = "Change a draft; what is absent stays, and null takes a phone, a SIM or a deadline away")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CampaignChangeJson.class)))
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = CampaignJson.class)))
    public CampaignJson change(@PathParam("campaign") String id, Input input) {
        var change = CampaignChangeJson.read(input);
        input.check();
        return answers.of(
                campaigns.edit(identity.actor(), CampaignId.parse(id), change).id());
    }

    @DELETE
    @Path("{campaign}")
    @Operation(operationId = "deleteCampaign", summary = "Throw a draft away")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@PathParam("campaign") String id) {
        campaigns.delete(identity.actor(), CampaignId.parse(id));
    }

    @POST
    @Idempotent
    @Path("{campaign}/start")
    @Operation(operationId = "startCampaign", summary = "Start a draft now")
    @APIResponse(
            responseCode = "200",
            description = "The campaign, in progress",
            content = @Content(schema = @Schema(implementation = CampaignJson.class)))
    public CampaignJson start(@PathParam("campaign") String id) {
        return answers.of(
                campaigns.start(identity.actor(), CampaignId.parse(id)).id());
    }

    @POST
    @Idempotent
    @Path("{campaign}/duplicate")
    @Operation(operationId = "duplicateCampaign", summary = "Make a draft of the same text, lists and phone")
    @APIResponse(
            responseCode = "201",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = CampaignJson.class)))
    public Response duplicate(@PathParam("campaign") String id) {
        var made = campaigns.duplicate(identity.actor(), CampaignId.parse(id));
        return Response.created(URI.create("campaigns/" + made.id()))
                .entity(answers.of(made.id()))
                .build();
    }

    @POST
    @Idempotent
    @Path("{campaign}/resend")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "resendCampaign",
            summary = "Queue the texts of a campaign's messages in some statuses once more",
            description =
                    "Makes new messages outside the campaign's counters. What was resent before is resent again only"
                            + " if that, too, ended in one of these statuses, so repeating the call sends nothing twice.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ResendWishJson.class)))
    public ResentJson resend(@PathParam("campaign") String id, Input input) {
        var statuses = input.texts("status").stream().map(MessageQuery::status).collect(Collectors.toSet());
        input.check();
        return new ResentJson(resending.campaign(identity.actor(), CampaignId.parse(id), statuses));
    }

    @GET
    @Path("{campaign}/messages")
    @Operation(operationId = "listCampaignMessages", summary = "A campaign's messages, newest first")
    public PageJson<MessageJson> messages(
            @PathParam("campaign") String id, @BeanParam MessageQuery query, @BeanParam PageQuery page) {
        var actor = identity.actor();
        var campaign = campaigns.find(actor, CampaignId.parse(id)).campaign().id();
        return PageJson.of(messages.page(actor, query.filter(Optional.of(campaign)), page.request()), MessageJson::of);
    }

    private static Campaigns.Draft draft(Input input) {
        var draft = new Campaigns.Draft(
                input.text("name"),
                input.text("text"),
                lists(input),
                RouteInput.read(input),
                input.optionalInstant("deadline"));
        input.check();
        return draft;
    }

    private static CampaignStatus status(String text) {
        return Arrays.stream(CampaignStatus.values())
                .filter(status -> status.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Refusal.Invalid("status", "There is no such status"));
    }

    private static List<ContactListId> lists(Input input) {
        return lists(input.texts("lists"));
    }

    static List<ContactListId> lists(List<String> ids) {
        return ids.stream().map(CampaignResource::list).toList();
    }

    private static ContactListId list(String text) {
        try {
            return ContactListId.parse(text);
        } catch (Refusal.NotFound e) {
            throw new Refusal.Invalid("lists", "No such contact list: " + text);
        }
    }
}
