package com.pulsesms.rest.apikey;

import com.pulsesms.core.apikey.ApiKeys;
import com.pulsesms.core.kernel.ApiKeyId;
import com.pulsesms.core.kernel.Permission;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.rest.Input;
import com.pulsesms.rest.PageJson;
import com.pulsesms.rest.PageQuery;
import com.pulsesms.rest.idempotency.Idempotent;
import com.pulsesms.rest.identity.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** API keys, which a signed-in person manages. */
@Path("api-keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "API keys")
@ApplicationScoped
public class ApiKeyResource {
    @Inject
    private ApiKeys apiKeys;

    @Inject
    private Identity identity;

    @GET
    @Operation(operationId = "listApiKeys", summary = "API keys, newest first")
    public PageJson<ApiKeyJson> list(@BeanParam PageQuery query) {
        return PageJson.of(apiKeys.page(identity.actor(), query.request()), ApiKeyJson::of);
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createApiKey", summary = "Make an API key, whose secret is shown this once")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ApiKeyDraftJson.class)))
    @APIResponse(
            responseCode = "201",
            description = "The key with its secret",
            content = @Content(schema = @Schema(implementation = NewApiKeyJson.class)))
    public Response create(Input input) {
        var name = input.text("name");
        var scopes = input.optionalTexts("scopes").map(ApiKeyResource::scopes);
        var expiresAt = input.optionalInstant("expiresAt");
        input.check();
        var created = apiKeys.create(identity.actor(), new ApiKeys.Draft(name, scopes, expiresAt));
        return Response.created(URI.create("api-keys/" + created.key().id()))
                .entity(NewApiKeyJson.of(created))
                .build();
    }

    private static Set<Permission> scopes(List<String> names) {
        return names.stream().map(ApiKeyResource::scope).collect(Collectors.toSet());
    }

    private static Permission scope(String name) {
        return Permission.ofScope(name).orElseThrow(() -> new Refusal.Invalid("scopes", "There is no scope " + name));
    }

    @GET
    @Path("{apiKey}")
    @Operation(operationId = "getApiKey", summary = "One API key, without its secret")
    public ApiKeyJson get(@PathParam("apiKey") String id) {
        return ApiKeyJson.of(apiKeys.find(identity.actor(), ApiKeyId.parse(id)));
    }

    @DELETE
    @Path("{apiKey}")
    @Operation(operationId = "revokeApiKey", summary = "Revoke an API key, at once and for good")
    @APIResponse(responseCode = "204", description = "Revoked")
    public void revoke(@PathParam("apiKey") String id) {
        apiKeys.revoke(identity.actor(), ApiKeyId.parse(id));
    }
}
