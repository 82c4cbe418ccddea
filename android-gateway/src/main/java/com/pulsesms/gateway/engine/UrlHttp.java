package com.pulsesms.gateway.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;

/** {@link Http} on the {@code HttpURLConnection} of the platform. */
public final class UrlHttp implements Http {
    private static final Charset UTF_8 = Charset.forName("UTF-8");
    private static final int CONNECT_TIMEOUT_MILLIS = 15_000;
    private static final int LONGEST_ANSWER = 4 << 20;

    private final String userAgent;
    private final Set<HttpURLConnection> underWay = new HashSet<HttpURLConnection>();

    public UrlHttp(String userAgent) {
        this.userAgent = userAgent;
    }

    @Override
    public HttpAnswer call(String method, String url, String token, String body, int timeoutMillis) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection();
        synchronized (underWay) {
            underWay.add(connection);
        }
        try {
            prepare(connection, method, token, timeoutMillis);
            if (body != null) {
                send(connection, body.getBytes(UTF_8));
            }
            int status = connection.getResponseCode();
            InputStream stream = status < 400 ? connection.getInputStream() : connection.getErrorStream();
            return new HttpAnswer(status, stream == null ? "" : read(stream), connection.getHeaderField("Retry-After"));
        } finally {
            synchronized (underWay) {
                underWay.remove(connection);
            }
        }
    }

    private void prepare(HttpURLConnection connection, String method, String token, int timeoutMillis)
            throws IOException {
        connection.setRequestMethod(method);
        connection.setConnectTimeout(CONNECT_TIMEOUT_MILLIS);
        connection.setReadTimeout(timeoutMillis);
        // A redirect would turn a POST into a GET, or carry the token elsewhere.
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setRequestProperty("Accept", "application/json, application/problem+json");
        connection.setRequestProperty("User-Agent", userAgent);
        if (token != null) {
            connection.setRequestProperty("Authorization", "Bearer " + token);
        }
    }

    private static void send(HttpURLConnection connection, byte[] body) throws IOException {
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json; charset=utf-8");
        OutputStream out = connection.getOutputStream();
        try {
            out.write(body);
        } finally {
            out.close();
        }
    }

    /** Reads to the end, so that the connection can be used again. */
    private static String read(InputStream stream) throws IOException {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                bytes.write(buffer, 0, n);
                if (bytes.size() > LONGEST_ANSWER) {
                    throw new IOException("The answer is too long");
                }
            }
            return new String(bytes.toByteArray(), UTF_8);
        } finally {
            stream.close();
        }
    }

    @Override
    public void abort() {
        ArrayList<HttpURLConnection> all;
        synchronized (underWay) {
            all = new ArrayList<HttpURLConnection>(underWay);
        }
        for (HttpURLConnection connection : all) {
            connection.disconnect();
        }
    }
}
