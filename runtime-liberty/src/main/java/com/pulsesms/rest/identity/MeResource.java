package com.pulsesms.rest.identity;

import com.pulsesms.core.organization.Organizations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells callers who they are to us. */
@Path("me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Authentication")
@ApplicationScoped
public class MeResource {
    @Inject
    private Identity identity;

    @Inject
    private Organizations organizations;

    @GET
    @Operation(operationId = "me", summary = "Who I am, in which organization, and what I may do there")
    public MeJson me() {
        var actor = identity.actor();
        return MeJson.of(actor, identity.user(), organizations.current(actor));
    }
}
