package com.pulsesms.rest.identity;

import com.pulsesms.core.identity.Accounts;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.rest.Input;
import com.pulsesms.rest.PublicAddress;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signs a browser in and out. */
@Path("session")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Authentication")
@ApplicationScoped
public class SessionResource {
    @Inject
    private Accounts accounts;

    @Inject
    private Tokens tokens;

    @Inject
    private Identity identity;

    @Inject
    private PublicAddress address;

    @Inject
    private Clock clock;

    @Context
    private HttpServletResponse response;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(
            operationId = "signIn",
            summary = "Sign a browser in",
            description = "Sets the cookie by which the browser is known. Programs use a token instead.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SignInJson.class)))
    @APIResponse(
            responseCode = "201",
            description = "The person who is signed in now",
            content = @Content(schema = @Schema(implementation = UserJson.class)))
    public Response signIn(Input input) {
        var email = input.text("email");
        var password = input.text("password");
        input.check();
        var session = accounts.signIn(email, password);
        var life = Duration.between(clock.instant(), session.expiresAt());
        response.addCookie(SessionCookie.of(tokens.issue(session), life, address.secure()));
        return Response.created(URI.create("me"))
                .entity(UserJson.of(accounts.signedIn(session.id())))
                .build();
    }

    @DELETE
    @Operation(operationId = "signOut", summary = "Sign the browser out, for good")
    @APIResponse(responseCode = "204", description = "Signed out")
    public void signOut() {
        accounts.signOut(identity.session()
                .orElseThrow(() -> new Refusal.Forbidden("An API key has no session to sign out of: revoke it")));
        response.addCookie(SessionCookie.none(address.secure()));
    }
}
