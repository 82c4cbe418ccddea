package com.pulsesms.rest.identity;

import com.pulsesms.core.apikey.ApiKeys;
import com.pulsesms.core.kernel.Secret;
import com.pulsesms.rest.Input;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Gives programs a token for their API key. */
@Path("auth/token")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Authentication")
@ApplicationScoped
@PermitAll
public class TokenResource {
    @Inject
    private ApiKeys apiKeys;

    @Inject
    private Tokens tokens;

    @POST
    @Operation(
            operationId = "createToken",
            summary = "Exchange an API key for a token",
            description = "Send the token with every other call: Authorization: Bearer …")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = KeyJson.class)))
    public TokenJson token(Input input) {
        var key = input.text("apiKey");
        input.check();
        return TokenJson.of(tokens.issue(apiKeys.authenticate(new Secret(key.strip()))));
    }
}
