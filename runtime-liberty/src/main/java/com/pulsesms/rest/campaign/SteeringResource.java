package com.pulsesms.rest.campaign;

import com.pulsesms.core.campaign.Steering;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.rest.idempotency.Idempotent;
import com.pulsesms.rest.identity.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Pausing, resuming and canceling campaigns. */
@Path("campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Campaigns")
@ApplicationScoped
public class SteeringResource {
    @Inject
    private Steering steering;

    @Inject
    private CampaignAnswers answers;

    @Inject
    private Identity identity;

    @POST
    @Idempotent
    @Path("{campaign}/pause")
    @Operation(
            operationId = "pauseCampaign",
            summary = "Hold back what of a campaign has not left",
            description = "Nothing more is handed out from now on, and phones are asked to give back what they have not"
                    + " begun to send. Pausing a paused campaign changes nothing; one that was not started or is over"
                    + " is refused as campaign_not_running.")
    @APIResponse(
            responseCode = "200",
            description = "The campaign, paused",
            content = @Content(schema = @Schema(implementation = CampaignJson.class)))
    public CampaignJson pause(@PathParam("campaign") String id) {
        return answers.of(steering.pause(identity.actor(), CampaignId.parse(id)).id());
    }

    @POST
    @Idempotent
    @Path("{campaign}/resume")
    @Operation(
            operationId = "resumeCampaign",
            summary = "Go on with a paused campaign",
            description = "Resuming a campaign in progress changes nothing; any other is refused as"
                    + " campaign_not_paused.")
    @APIResponse(
            responseCode = "200",
            description = "The campaign, in progress",
            content = @Content(schema = @Schema(implementation = CampaignJson.class)))
    public CampaignJson resume(@PathParam("campaign") String id) {
        return answers.of(
                steering.resume(identity.actor(), CampaignId.parse(id)).id());
    }

    @POST
    @Idempotent
    @Path("{campaign}/cancel")
    @Operation(
            operationId = "cancelCampaign",
            summary = "Call off what of a campaign has not left, for good",
            description = "Phones are asked to give back what they have not begun to send; what they sent already"
                    + " stands. completedAt tells when no message was open any more. Canceling a canceled campaign"
                    + " changes nothing; one that was not started or is over is refused as campaign_not_running.")
    @APIResponse(
            responseCode = "200",
            description = "The campaign, canceled",
            content = @Content(schema = @Schema(implementation = CampaignJson.class)))
    public CampaignJson cancel(@PathParam("campaign") String id) {
        return answers.of(
                steering.cancel(identity.actor(), CampaignId.parse(id)).id());
    }
}
