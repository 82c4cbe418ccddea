package com.pulsesms.rest.identity;

import com.pulsesms.core.identity.Accounts;
import com.pulsesms.rest.Input;
import com.pulsesms.rest.idempotency.Idempotent;
import com.pulsesms.rest.organization.Places;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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

/** Makes accounts. */
@Path("accounts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Authentication")
@ApplicationScoped
@PermitAll
public class AccountResource {
    @Inject
    private Accounts accounts;

    @POST
    @Idempotent
    @Operation(
            operationId = "signUp",
            summary = "Sign up",
            description = "Makes a person, their default organization and its first API key, which is shown this once.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewAccountJson.class)))
    @APIResponse(
            responseCode = "201",
            description = "The account",
            content = @Content(schema = @Schema(implementation = SignedUpJson.class)))
    public Response signUp(Input input) {
        var account = read(input);
        input.check();
        var signedUp = accounts.signUp(account);
        return Response.created(URI.create("me"))
                .entity(SignedUpJson.of(signedUp))
                .build();
    }

    private static Accounts.NewAccount read(Input input) {
        return new Accounts.NewAccount(
                input.text("email"),
                input.text("password"),
                input.text("name"),
                Places.region(input.text("region")),
                input.optionalText("timeZone").map(Places::zone).orElse(Places.UTC));
    }
}
