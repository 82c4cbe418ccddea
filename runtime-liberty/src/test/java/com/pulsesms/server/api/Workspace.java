package com.pulsesms.server.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;

/** A person who signed up, with their organization, its first API key, and ways to fill it. */
final class Workspace {
    private static final String PASSWORD = "correct horse battery";

    private final String email;
    private final JsonObject account;
    private final Caller person;
    private final Caller program;

    private Workspace(String email, JsonObject account, Caller person, Caller program) {
        this.email = email;
        this.account = account;
        this.person = person;
        this.program = program;
    }

    static Workspace signUp(String name) {
        var email = name.toLowerCase() + "-" + UUID.randomUUID() + "@example.com";
        var account = Caller.stranger()
                .post("/api/accounts", newAccount(name, email))
                .expecting(201)
                .json();
        var key = account.getJsonObject("apiKey").getString("secret");
        return new Workspace(email, account, signIn(email), Caller.withToken(token(key)));
    }

    static JsonObject newAccount(String name, String email) {
        return Json.createObjectBuilder()
                .add("name", name)
                .add("email", email)
                .add("password", PASSWORD)
                .add("region", "RS")
                .build();
    }

    static String token(String key) {
        return Caller.stranger()
                .post(
                        "/api/auth/token",
                        Json.createObjectBuilder().add("apiKey", key).build())
                .expecting(200)
                .text("token");
    }

    /** The person in a browser, on a page of the dashboard. */
    private static Caller signIn(String email) {
        var session = Caller.stranger().post("/api/session", signInOf(email)).expecting(201);
        var cookie = session.header("Set-Cookie");
        return Caller.stranger()
                .with("Cookie", cookie.substring(0, cookie.indexOf(';')))
                .with("Sec-Fetch-Site", "same-origin");
    }

    private static JsonObject signInOf(String email) {
        return Json.createObjectBuilder()
                .add("email", email)
                .add("password", PASSWORD)
                .build();
    }

    JsonObject signIn() {
        return signInOf(email);
    }

    Caller person() {
        return person;
    }

    /** The same person in another browser. */
    Caller personElsewhere() {
        return signIn(email);
    }

    Caller program() {
        return program;
    }

    String organization() {
        return account.getJsonObject("organization").getString("id");
    }

    String apiKey() {
        return account.getJsonObject("apiKey").getString("id");
    }

    String user() {
        return account.getJsonObject("user").getString("id");
    }

    String list(String name, String... numbers) {
        var list = program.post(
                        "/api/contacts",
                        Json.createObjectBuilder().add("name", name).build())
                .expecting(201)
                .id();
        List.of(numbers).forEach(number -> contact(list, number));
        return list;
    }

    String contact(String list, String number) {
        var contact = Json.createObjectBuilder().add("phone", number).add("name", "Ana");
        return program.post("/api/contacts/" + list + "/entries", contact.build())
                .expecting(201)
                .id();
    }

    String optOut(String number) {
        return program.post("/api/opt-outs", numbers(number))
                .expecting(200)
                .data()
                .get(0)
                .getString("id");
    }

    static JsonObject numbers(String... numbers) {
        return Json.createObjectBuilder()
                .add("phones", Json.createArrayBuilder(List.of(numbers)))
                .build();
    }

    String campaign(String name, String list) {
        return program.post("/api/campaigns", draft(name, list)).expecting(201).id();
    }

    static JsonObject draft(String name, String list) {
        return Json.createObjectBuilder()
                .add("name", name)
                .add("text", "Hi {{name|there}}")
                .add("lists", Json.createArrayBuilder().add(list))
                .build();
    }

    String message(String to) {
        return program.post("/api/messages", sms(to)).expecting(201).id();
    }

    static JsonObject sms(String to) {
        return Json.createObjectBuilder().add("to", to).add("text", "Hello").build();
    }

    static JsonObject webhook(String url) {
        return Json.createObjectBuilder()
                .add("url", url)
                .add("events", Json.createArrayBuilder().add("campaign.completed"))
                .build();
    }

    /** A webhook that fails at once, because it would call this machine. */
    String webhook() {
        return program.post("/api/webhooks", webhook("http://127.0.0.1:9/"))
                .expecting(201)
                .id();
    }

    /** One that was tried once, to a webhook that is disabled since. */
    String delivery(String webhook) {
        var delivery = program.post("/api/webhooks/" + webhook + "/test")
                .expecting(202)
                .id();
        Eventually.get(
                () -> program.get("/api/webhooks/" + webhook + "/deliveries/" + delivery)
                        .json(),
                logged -> !logged.getJsonArray("log").isEmpty());
        var disabled = Json.createObjectBuilder().add("enabled", false).build();
        program.patch("/api/webhooks/" + webhook, disabled).expecting(200);
        return delivery;
    }

    Answer importCsv(String list, String query, String csv) {
        return program.send(
                "POST", "/api/contacts/" + list + "/import" + query, "text/csv", BodyPublishers.ofString(csv));
    }

    /** Pairs a phone that is there as far as the server can tell. */
    PairedPhone phone() {
        var paired = pairing().expecting(201);
        return new PairedPhone(paired.text("deviceId"), Caller.withToken(paired.text("token")));
    }

    /** What a phone is answered that pairs. */
    Answer pairing() {
        var code = person.post("/api/devices/pairing-codes").expecting(201).text("code");
        var device = Json.createObjectBuilder()
                .add("manufacturer", "Google")
                .add("model", "Pixel 4a")
                .add("androidVersion", "13")
                .add("appVersion", "0.1.0");
        var call = Json.createObjectBuilder()
                .add("code", code)
                .add("installationId", UUID.randomUUID().toString())
                .add("device", device)
                .add("sims", Json.createArrayBuilder());
        return Caller.stranger().post("/api/gateway/pair", call.build());
    }
}
