package com.pulsesms.rest.campaign;

import com.pulsesms.core.campaign.Campaigns;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.rest.identity.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Campaigns while one watches. */
@Path("campaigns")
@Tag(name = "Campaigns")
@ApplicationScoped
public class ProgressResource {
    @Inject
    private Campaigns campaigns;

    @Inject
    private ProgressStreams streams;

    @Inject
    private Identity identity;

    @GET
    @Path("{campaign}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "watchCampaign",
            summary = "How a campaign does, told as it changes",
            description = "Server-sent events: a progress at once and whenever something changed, and an end once the"
                    + " campaign is completed or canceled. The data of both is a CampaignProgress. While nothing changes,"
                    + " a comment comes every 15 seconds. The stream also ends when the caller's key or session does.")
    @APIResponse(
            responseCode = "200",
            description = "Events called progress and end",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = ProgressJson.class)))
    public void watch(@PathParam("campaign") String id, @Context SseEventSink sink, @Context Sse sse) {
        var campaign = CampaignId.parse(id);
        campaigns.find(identity.actor(), campaign);
        streams.refuseOneTooMany();
        var watcher = identity.lasting();
        streams.add(new ProgressStream(sink, sse, () -> ProgressJson.of(campaigns.find(watcher.get(), campaign))));
    }
}
