package com.pulsesms.rest.organization;

import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.organization.Organizations;
import com.pulsesms.rest.Input;
import com.pulsesms.rest.PageJson;
import com.pulsesms.rest.idempotency.Idempotent;
import com.pulsesms.rest.identity.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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

/** Organizations that the caller belongs to. */
@Path("organizations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organizations")
@ApplicationScoped
public class OrganizationResource {
    @Inject
    private Organizations organizations;

    @Inject
    private Identity identity;

    @GET
    @Operation(operationId = "listOrganizations", summary = "Organizations that I belong to")
    public PageJson<MyOrganizationJson> mine() {
        return PageJson.of(new Page<>(organizations.mine(identity.person()), Optional.empty()), MyOrganizationJson::of);
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createOrganization", summary = "Make an organization, which I own")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewOrganizationJson.class)))
    @APIResponse(
            responseCode = "201",
            description = "The organization",
            content = @Content(schema = @Schema(implementation = OrganizationJson.class)))
    public Response create(Input input) {
        var name = input.text("name");
        var region = Places.region(input.text("region"));
        var zone = input.optionalText("timeZone").map(Places::zone).orElse(Places.UTC);
        input.check();
        var made = organizations.create(identity.person(), name, region, zone);
        return Response.created(URI.create("organizations/" + made.id()))
                .entity(OrganizationJson.of(made))
                .build();
    }

    @GET
    @Path("{organization}")
    @Operation(operationId = "getOrganization", summary = "One organization")
    public OrganizationJson get(@PathParam("organization") String id) {
        return OrganizationJson.of(organizations.current(identity.actorIn(OrganizationId.parse(id))));
    }

    @PATCH
    @Path("{organization}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeOrganization",
            summary = "Change an organization; what is absent stays",
            description =
                    "During its quiet hours, on the clocks of its time zone, messages and campaigns wait unless they"
                            + " are urgent. A message whose deadline passes meanwhile expires.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = OrganizationChangeJson.class)))
    @APIResponse(
            responseCode = "200",
            description = "The organization",
            content = @Content(schema = @Schema(implementation = OrganizationJson.class)))
    public OrganizationJson change(@PathParam("organization") String id, Input input) {
        var name = input.changedText("name");
        var region = input.changedText("region").map(Places::region);
        var zone = input.changedText("timeZone").map(Places::zone);
        var none = input.cleared("quietHours");
        var hours = input.optionalObject("quietHours").map(QuietHoursJson::read);
        input.check();
        var quiet = hours.map(QuietHoursJson::toQuietHours);
        var change = new Organizations.Change(
                name, region, zone, none || quiet.isPresent() ? Optional.of(quiet) : Optional.empty());
        return OrganizationJson.of(organizations.change(identity.actorIn(OrganizationId.parse(id)), change));
    }
}
