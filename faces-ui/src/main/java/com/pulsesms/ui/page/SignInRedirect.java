package com.pulsesms.ui.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The way from a page that needs a sign-in to the sign-in, and back. */
public final class SignInRedirect {
    private static final String HOME = "/app/home";

    private SignInRedirect() {}

    /** Where to go after the sign-in: {@code wanted} if it is a page of ours, or else the first one. */
    public static String target(String wanted) {
        return wanted.matches("/app/[A-Za-z0-9/_.-]+(\\?[A-Za-z0-9&=%_.-]*)?") ? wanted : HOME;
    }

    static void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var ajax = "partial/ajax".equals(request.getHeader("Faces-Request"));
        var address =
                request.getContextPath() + "/sign-in?to=" + URLEncoder.encode(wanted(request), StandardCharsets.UTF_8);
        if (ajax) {
            response.setContentType("text/xml;charset=UTF-8");
            response.getWriter()
                    .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                            + address.replace("&", "&amp;") + "\"/></partial-response>");
        } else {
            response.sendRedirect(address);
        }
    }

    private static String wanted(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }
}
