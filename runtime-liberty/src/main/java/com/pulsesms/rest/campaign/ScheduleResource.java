package com.pulsesms.rest.campaign;

import com.pulsesms.core.campaign.Scheduling;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.rest.Input;
import com.pulsesms.rest.idempotency.Idempotent;
import com.pulsesms.rest.identity.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** When campaigns start by themselves. */
@Path("campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Campaigns")
@ApplicationScoped
public class ScheduleResource {
    @Inject
    private Scheduling scheduling;

    @Inject
    private CampaignAnswers answers;

    @Inject
    private Identity identity;

    @POST
    @Idempotent
    @Path("{campaign}/schedule")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "scheduleCampaign",
            summary = "Let a draft start by itself, or at another time",
            description = "The time is one of the organization's clocks. The answer says what it means: the moment, the"
                    + " offset, and whether the clocks skip it (it is moved on by as much) or show it twice (the earlier"
                    + " is taken). A campaign that can't be started then becomes a draft that says why.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ScheduleWishJson.class)))
    @APIResponse(
            responseCode = "200",
            description = "The campaign, scheduled",
            content = @Content(schema = @Schema(implementation = CampaignJson.class)))
    public CampaignJson schedule(@PathParam("campaign") String id, Input input) {
        var at = input.localTime("at");
        input.check();
        return answers.of(
                scheduling.schedule(identity.actor(), CampaignId.parse(id), at).id());
    }

    @DELETE
    @Path("{campaign}/schedule")
    @Operation(operationId = "unscheduleCampaign", summary = "Make a scheduled campaign a draft again")
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = CampaignJson.class)))
    public CampaignJson unschedule(@PathParam("campaign") String id) {
        return answers.of(
                scheduling.unschedule(identity.actor(), CampaignId.parse(id)).id());
    }
}
