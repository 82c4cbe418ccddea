package com.pulsesms.rest;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Shows the description of the API to people. All that the page needs comes from this server. */
@WebServlet("/reference")
public class ReferenceServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final String POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self'"
            + " 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; object-src 'none'; frame-ancestors 'none'";
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <title>PulseSMS API</title>
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <link rel="icon" href="/pulse/icon.svg">
            </head>
            <body>
              <div id="reference"></div>
              <script src="/webjars/scalar/scalar.js"></script>
              <script>
                Scalar.createApiReference('#reference', {
                  url: '/openapi?format=JSON', withDefaultFonts: false, telemetry: false, agent: {disabled: true}
                })
              </script>
            </body>
            </html>
            """;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        // What the page would ask of another host, the browser refuses.
        response.setHeader("Content-Security-Policy", POLICY);
        response.getWriter().write(PAGE);
    }
}
