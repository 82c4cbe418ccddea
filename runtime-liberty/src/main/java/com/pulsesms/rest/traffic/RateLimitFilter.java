package com.pulsesms.rest.traffic;

import com.pulsesms.core.kernel.Actor;
import com.pulsesms.rest.Problem;
import com.pulsesms.rest.identity.AuthenticationFilter;
import com.pulsesms.rest.identity.Identity;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

/** Refuses programs that ask too much, and tells all programs what they have left. */
@Provider
@Priority(Priorities.AUTHENTICATION + 1)
public class RateLimitFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String VERDICT = RateLimitFilter.class.getName();

    @Context
    private ResourceInfo resource;

    @Inject
    private Identity identity;

    @Inject
    private RateLimit limit;

    @Override
    public void filter(ContainerRequestContext request) {
        if (limit.limited()
                && !AuthenticationFilter.isOpen(resource)
                && identity.actor().who() instanceof Actor.Key program) {
            var verdict = limit.ask(program.key());
            request.setProperty(VERDICT, verdict);
            if (!verdict.granted()) {
                request.abortWith(Problem.of(
                                Status.TOO_MANY_REQUESTS,
                                "rate_limited",
                                "An API key has " + verdict.limit() + " requests a minute: slow down")
                        .answer());
            }
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(VERDICT) instanceof RateLimit.Verdict verdict) {
            var headers = response.getHeaders();
            headers.putSingle("RateLimit-Limit", verdict.limit());
            headers.putSingle("RateLimit-Remaining", verdict.remaining());
            headers.putSingle("RateLimit-Reset", verdict.reset());
            if (!verdict.granted()) {
                headers.putSingle(HttpHeaders.RETRY_AFTER, verdict.retryAfter());
            }
        }
    }
}
