package com.pulsesms.runtime;

import com.pulsesms.rest.identity.Identity;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The REST API. Who calls is read from a token by the container; what they may do is decided by the core. */
@ApplicationPath("/api")
@LoginConfig(authMethod = "MP-JWT")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "PulseSMS",
                        version = "1",
                        description =
                                "Any Android phone becomes a personal SMS gateway. Get a token for your API key at POST"
                                        + " /api/auth/token and send it with every other call. Lists come in pages:"
                                        + " send the nextCursor of one as after for the next. Errors are"
                                        + " application/problem+json (RFC 9457) with a stable code. The header "
                                        + Identity.HEADER
                                        + " chooses one of your organizations."),
        security = {@SecurityRequirement(name = "token"), @SecurityRequirement(name = "session")})
@SecurityScheme(
        securitySchemeName = "token",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "A token from POST /api/auth/token")
@SecurityScheme(
        securitySchemeName = "session",
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.COOKIE,
        apiKeyName = "pulsesms_session",
        description = "The dashboard's cookie. What changes something must come from the dashboard's own pages.")
public class RestApplication extends Application {}
