package com.pulsesms.rest.traffic;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Lets browsers show answers of the API to the pages of other sites that the operator allowed (CORS). They send a token;
 * cookies are never meant for them.
 */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true)
public class CrossOrigin extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
    private static final String SENT = "Authorization, Content-Type, Idempotency-Key, X-Organization-Id, X-Request-Id";
    private static final String SHOWN = "Location, Idempotent-Replayed, X-Request-Id, Retry-After, RateLimit-Limit,"
            + " RateLimit-Remaining, RateLimit-Reset, Content-Disposition";
    private static final String DAY = "86400";

    @Inject
    private transient AllowedOrigins allowed;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var origin = request.getHeader("Origin");
        if (!allowed.none()) {
            response.addHeader("Vary", "Origin");
        }
        if (origin == null || !allowed.allow(origin)) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Access-Control-Allow-Origin", origin);
        if (isPreflight(request)) {
            response.setHeader("Access-Control-Allow-Methods", METHODS);
            response.setHeader("Access-Control-Allow-Headers", SENT);
            response.setHeader("Access-Control-Max-Age", DAY);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.setHeader("Access-Control-Expose-Headers", SHOWN);
            chain.doFilter(request, response);
        }
    }

    private static boolean isPreflight(HttpServletRequest request) {
        return "OPTIONS".equals(request.getMethod()) && request.getHeader("Access-Control-Request-Method") != null;
    }
}
