package com.pulsesms.gateway.engine;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** The server, as the protocol offers it to one phone. */
public final class GatewayServer {
    static final int MOST_REPORTS = 500;
    static final int MOST_ACCEPTS = 500;

    private static final String BASE = "/api/gateway";
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final int POLL_GRACE_MILLIS = 20_000;

    private final Http http;
    private final Pairing pairing;

    GatewayServer(Http http, Pairing pairing) {
        this.http = http;
        this.pairing = pairing;
    }

    /** Trades the one-time code for a pairing. */
    public static Pairing pair(Http http, PairingLink link, DeviceInfo device, List<Sim> sims)
            throws IOException, ServerRefused {
        String body = Wire.pair(link.code(), device, sims).toString();
        HttpAnswer answer = http.call("POST", link.server() + BASE + "/pair", null, body, TIMEOUT_MILLIS);
        try {
            return Wire.pairing(link.server(), json(answer));
        } catch (RuntimeException e) {
            throw new ServerRefused(502, "", 0);
        }
    }

    List<Message> claim(int max) throws IOException, ServerRefused {
        int wait = pairing.pollSeconds();
        JsonObject request = new JsonObject().add("wait", wait).add("max", max);
        HttpAnswer answer = call("POST", "/messages/claim", request, wait * 1000 + POLL_GRACE_MILLIS);
        if (answer.status() == 204) {
            return Collections.emptyList();
        }
        return Wire.messages(json(answer));
    }

    AcceptAnswer accept(Collection<Claim> claims) throws IOException, ServerRefused {
        return Wire.accepted(json(call("POST", "/messages/accept", Wire.claims(claims), TIMEOUT_MILLIS)));
    }

    HeartbeatAnswer heartbeat(PhoneState phone, QueueCounts queue, List<Entry> reports)
            throws IOException, ServerRefused {
        JsonObject request = Wire.heartbeat(phone, queue, reports);
        return Wire.heartbeatAnswer(json(call("POST", "/heartbeat", request, TIMEOUT_MILLIS)));
    }

    void unpair() throws IOException, ServerRefused {
        HttpAnswer answer = call("DELETE", "/device", null, TIMEOUT_MILLIS);
        if (answer.status() != 204) {
            throw refusal(answer);
        }
    }

    private HttpAnswer call(String method, String path, JsonObject body, int timeoutMillis) throws IOException {
        String text = body == null ? null : body.toString();
        return http.call(method, pairing.server() + BASE + path, pairing.token(), text, timeoutMillis);
    }

    private static JsonObject json(HttpAnswer answer) throws ServerRefused {
        if (answer.status() < 200 || answer.status() > 299) {
            throw refusal(answer);
        }
        try {
            return Json.parse(answer.body()).asObject();
        } catch (RuntimeException e) {
            // A captive portal's page, for example.
            throw new ServerRefused(502, "", 0);
        }
    }

    private static ServerRefused refusal(HttpAnswer answer) {
        String code = "";
        try {
            code = Json.parse(answer.body()).asObject().getString("code", "");
        } catch (RuntimeException e) {
            // A proxy's page; the status alone has to do.
        }
        return new ServerRefused(answer.status(), code, answer.retryAfterMillis());
    }
}
