package com.pulsesms.ui.page;

import com.pulsesms.ui.CurrentActor;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Guards the pages. Those under {@code /app} are for people who are signed in: others are sent to sign in, and back to
 * where they wanted to go.
 *
 * <p>A page that changes something is protected three times from being called by another site: the sign-in's cookie is
 * {@code SameSite=Lax}, a browser that says that a POST comes from elsewhere is refused here, and Faces takes only a view
 * state that it gave to this browser before.
 */
public class PageFilter extends HttpFilter {
    private static final long serialVersionUID = 1;

    private static final String RESOURCES = "/jakarta.faces.resource/";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    @Inject
    private transient CurrentActor current;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (path.startsWith(RESOURCES)) {
            chain.doFilter(request, response);
            return;
        }
        protect(response);
        if (comesFromElsewhere(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (path.startsWith("/app/") && current.user().isEmpty()) {
            SignInRedirect.send(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void protect(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Frame-Options", "DENY");
    }

    private static boolean comesFromElsewhere(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return !SAFE.contains(request.getMethod()) && site != null && !OWN.contains(site);
    }
}
