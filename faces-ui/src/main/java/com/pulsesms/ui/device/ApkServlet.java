package com.pulsesms.ui.device;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Gives the Android app to anybody, under an address that stays: caches ask each time whether it has changed. */
@WebServlet("/download/" + GatewayApk.NAME)
public class ApkServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    private transient GatewayApk apk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var tag = '"' + apk.getSha256() + '"';
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "public, no-cache");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (knows(request, tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("application/vnd.android.package-archive");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + GatewayApk.NAME + '"');
        response.setContentLength(apk.bytes().length);
        response.getOutputStream().write(apk.bytes());
    }

    /** Weak comparison, as RFC 9110 (13.1.2) wants it. */
    private static boolean knows(HttpServletRequest request, String tag) {
        var known = request.getHeader("If-None-Match");
        return known != null
                && List.of(known.split(",")).stream()
                        .map(String::strip)
                        .anyMatch(each -> each.equals("*") || each.equals(tag) || each.equals("W/" + tag));
    }
}
