package com.pulsesms.rest.identity;

import com.pulsesms.rest.Problem;
import com.pulsesms.rest.PublicAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.util.Set;

/**
 * Tells a browser's request that our own pages made from one that another site made it send: a browser adds its cookies to
 * both, but says of each where it comes from, and no script can change that.
 */
@ApplicationScoped
public class SameOrigin {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    private PublicAddress address;

    /** @throws WebApplicationException 403 if the request changes something and is not proven to come from our pages */
    void require(ContainerRequestContext request) {
        if (!SAFE.contains(request.getMethod()) && !isProven(request)) {
            throw new WebApplicationException(Problem.of(
                            Status.FORBIDDEN,
                            "not_same_origin",
                            "With the dashboard's cookie only the dashboard's own pages change anything: send a token")
                    .answer());
        }
    }

    private boolean isProven(ContainerRequestContext request) {
        var site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        var origin = request.getHeaderString("Origin");
        return origin != null && (origin.equals(address.origin()) || origin.equals(ownOrigin(request)));
    }

    /** The address that the browser used, which need not be the public one. */
    private static String ownOrigin(ContainerRequestContext request) {
        return request.getUriInfo().getBaseUri().getScheme() + "://" + request.getHeaderString(HttpHeaders.HOST);
    }
}
