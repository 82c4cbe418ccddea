package com.pulsesms.rest.gateway;

import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Secret;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/** Finds out which phone calls, by its opaque token. */
@Provider
@ByDevice
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class DeviceFilter implements ContainerRequestFilter {
    private static final String SCHEME = "Bearer ";
    private static final int LONGEST = 200;

    @Inject
    private DeviceTokens tokens;

    @Inject
    private Caller caller;

    @Override
    public void filter(ContainerRequestContext request) {
        var token = token(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        caller.is(tokens.authenticate(token), token);
    }

    private static Secret token(@Nullable String header) {
        if (header == null || header.length() > LONGEST || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new Refusal.Unauthenticated(
                    "device_token_invalid", "Send the device's token in the header Authorization: Bearer …");
        }
        return new Secret(header.substring(SCHEME.length()).trim());
    }
}
