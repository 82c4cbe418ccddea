package com.pulsesms.rest.identity;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Publishes the key by which our tokens are verified: the container of each node asks here. */
@WebServlet("/.well-known/jwks.json")
public class KeySetServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    private transient SigningKey key;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().write(key.keySet());
    }
}
