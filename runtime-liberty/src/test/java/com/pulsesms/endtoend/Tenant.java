package com.pulsesms.endtoend;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An organization on a running server, driven over HTTP as a program with its API key would. */
final class Tenant {
    private static final String JSON = "application/json";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI server;
    private String token = "";

    private Tenant(URI server) {
        this.server = server;
    }

    /** Signs up and exchanges the first API key for a token. */
    static Tenant signUp(URI server, String name) throws Exception {
        var tenant = new Tenant(server);
        var account = new JsonObject()
                .add("name", name)
                .add("email", UUID.randomUUID() + "@example.com")
                .add("password", "correct horse battery")
                .add("region", "US")
                .add("timeZone", "UTC");
        var signedUp = tenant.post("/api/accounts", account);
        var key = signedUp.get("apiKey").asObject().getString("secret", "");
        tenant.token = tenant.post("/api/auth/token", new JsonObject().add("apiKey", key))
                .getString("token", "");
        return tenant;
    }

    String createList(String name) throws Exception {
        return post("/api/contacts", new JsonObject().add("name", name)).getString("id", "");
    }

    JsonObject importCsv(String list, byte[] csv) throws Exception {
        return ok(request("/api/contacts/" + list + "/import")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(csv)));
    }

    /** What the pairing QR says. */
    String pairingText() throws Exception {
        return post("/api/devices/pairing-codes", new JsonObject()).getString("qr", "");
    }

    List<JsonObject> devices() throws Exception {
        return all("/api/devices");
    }

    void unpaced(String device) throws Exception {
        var pace = new JsonObject().add("pace", new JsonObject().add("unlimited", true));
        ok(request("/api/devices/" + device)
                .header("Content-Type", JSON)
                .method("PATCH", BodyPublishers.ofString(pace.toString())));
    }

    String createCampaign(String name, String text, String list) throws Exception {
        var campaign = new JsonObject().add("name", name).add("text", text).add("lists", new JsonArray().add(list));
        return post("/api/campaigns", campaign).getString("id", "");
    }

    void start(String campaign) throws Exception {
        post("/api/campaigns/" + campaign + "/start", new JsonObject());
    }

    /** Sends a message and tells its id. */
    String send(String to, String text) throws Exception {
        return post("/api/messages", new JsonObject().add("to", to).add("text", text))
                .getString("id", "");
    }

    List<JsonObject> messages() throws Exception {
        return all("/api/messages");
    }

    /** A webhook with its secret. */
    JsonObject webhook(URI url, String... events) throws Exception {
        var chosen = new JsonArray();
        List.of(events).forEach(chosen::add);
        return post("/api/webhooks", new JsonObject().add("url", url.toString()).add("events", chosen));
    }

    JsonObject webhook(String id) throws Exception {
        return get("/api/webhooks/" + id);
    }

    JsonObject post(String path) throws Exception {
        return post(path, new JsonObject());
    }

    List<JsonObject> deliveries(String webhook) throws Exception {
        return all("/api/webhooks/" + webhook + "/deliveries");
    }

    JsonObject delivery(String webhook, String id) throws Exception {
        return get("/api/webhooks/" + webhook + "/deliveries/" + id);
    }

    JsonObject campaign(String id) throws Exception {
        return get("/api/campaigns/" + id);
    }

    List<JsonObject> messagesOf(String campaign) throws Exception {
        return all("/api/campaigns/" + campaign + "/messages");
    }

    private List<JsonObject> all(String path) throws Exception {
        var found = new ArrayList<JsonObject>();
        String after = null;
        do {
            var page = get(path + "?limit=200" + (after == null ? "" : "&after=" + after));
            page.get("data").asArray().forEach(item -> found.add(item.asObject()));
            after = page.get("nextCursor").isNull() ? null : page.getString("nextCursor", "");
        } while (after != null);
        return found;
    }

    private JsonObject get(String path) throws Exception {
        return ok(request(path).GET());
    }

    JsonObject post(String path, JsonObject body) throws Exception {
        return ok(request(path).header("Content-Type", JSON).POST(BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofMinutes(2));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private JsonObject ok(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(
                    answer.request().method() + " " + answer.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty()
                ? new JsonObject()
                : Json.parse(answer.body()).asObject();
    }
}
