package com.pulsesms.rest.idempotency;

import com.pulsesms.core.idempotency.CallKey;
import com.pulsesms.rest.identity.AuthenticationFilter;
import com.pulsesms.rest.identity.Identity;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;

/** Reads by which key, and by which content, a call will be known again. */
@Provider
@Idempotent
@Priority(Priorities.AUTHORIZATION)
public class IdempotencyFilter implements ContainerRequestFilter {
    static final String HEADER = "Idempotency-Key";

    @Context
    private ResourceInfo resource;

    @Inject
    private Identity identity;

    @Inject
    private CurrentCall call;

    @Inject
    private Fingerprints fingerprints;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        var key = request.getHeaderString(HEADER);
        if (key != null) {
            var body = ReadBody.of(request.getEntityStream(), fingerprints.begin(target(request)));
            request.setEntityStream(body.stream());
            call.mark(
                    AuthenticationFilter.isOpen(resource)
                            ? CallKey.ofStranger(body.fingerprint(), key.strip())
                            : CallKey.of(identity.actor(), key.strip()),
                    body.fingerprint());
        }
    }

    private static String target(ContainerRequestContext request) {
        return request.getMethod() + " " + request.getUriInfo().getRequestUri().getRawSchemeSpecificPart() + "\n";
    }
}
