package com.pulsesms.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import java.lang.annotation.Annotation;

/**
 * Writes each {@link Problem} with the id of its request. Mappers could not: an answer that waited is given on a thread that
 * has no request.
 */
@Provider
public class Problems implements ContainerResponseFilter {
    private static final System.Logger LOG = System.getLogger(Problems.class.getName());

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem) {
            var requestId = String.valueOf(request.getProperty(RequestIds.ATTRIBUTE));
            problem.bug().ifPresent(bug -> LOG.log(Level.ERROR, "Request " + requestId + " failed", bug));
            response.setEntity(problem.json(requestId).toString(), new Annotation[0], Problem.TYPE);
        }
    }
}
