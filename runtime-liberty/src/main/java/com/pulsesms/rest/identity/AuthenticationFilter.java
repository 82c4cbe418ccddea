package com.pulsesms.rest.identity;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Lets strangers in only where a resource or its method is marked with {@link PermitAll}. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class AuthenticationFilter implements ContainerRequestFilter {
    @Context
    private ResourceInfo resource;

    @Inject
    private Identity identity;

    @Inject
    private SameOrigin sameOrigin;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!isOpen(resource)) {
            identity.actor();
            if (identity.session().isPresent()) {
                sameOrigin.require(request);
            }
        }
    }

    /** Whether strangers may call it. */
    public static boolean isOpen(ResourceInfo resource) {
        return resource.getResourceMethod().isAnnotationPresent(PermitAll.class)
                || resource.getResourceClass().isAnnotationPresent(PermitAll.class);
    }
}
