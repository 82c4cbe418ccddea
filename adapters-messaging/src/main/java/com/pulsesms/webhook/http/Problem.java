package com.pulsesms.webhook.http;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Why there was no answer, in words for whoever runs the receiver. */
final class Problem {
    private Problem() {}

    static String of(Exception why) {
        var detail = why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
        if (why instanceof UnknownHostException) {
            return detail;
        }
        if (why instanceof SSLException) {
            return "No trusted TLS connection: " + detail;
        }
        if (why instanceof ConnectTimeoutException) {
            return "No connection in time";
        }
        if (why instanceof ConnectException) {
            return "Nobody took the connection";
        }
        if (why instanceof NoHttpResponseException) {
            return "It closed the connection without an answer";
        }
        return why instanceof InterruptedIOException ? "No answer in time" : "The connection broke: " + detail;
    }
}
