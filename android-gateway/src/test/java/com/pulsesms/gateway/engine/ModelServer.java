package com.pulsesms.gateway.engine;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The server's side of the protocol for one device, as small as it can be, in memory. */
public final class ModelServer {
    /** A message as the server sees it. */
    public static final class Sms {
        public final String id;
        public final String to;
        public final String text;
        public Integer sim;
        public Long sendWithinSeconds;
        public boolean laterAgain;
        public int claim;
        public String state = "QUEUED";
        public Status status;
        public int parts;
        public String code;

        private Sms(String id, String to, String text) {
            this.id = id;
            this.to = to;
            this.text = text;
        }

        public boolean ended() {
            return status != null && status != Status.RETURNED;
        }
    }

    public static final String TOKEN = "token-1";

    private final Map<String, Sms> messages = new LinkedHashMap<>();
    private final List<JsonObject> heartbeats = new ArrayList<>();
    private final List<Integer> rejectSeqsOf = new ArrayList<>();
    private final JsonArray cancel = new JsonArray();
    private final JsonArray giveBack = new JsonArray();
    private String pace = "{\"unlimited\":true}";
    private String serverTime;
    private boolean paused;
    private boolean removed;
    private boolean tokenKnown = true;
    private boolean indigestible;
    private int indigestibleReportOf = -1;
    private int claims;

    public synchronized Sms add(String text) {
        Sms sms = new Sms(UUID.randomUUID().toString(), "+3816" + (40000000 + messages.size()), text);
        messages.put(sms.id, sms);
        notifyAll();
        return sms;
    }

    public synchronized void addMany(int count) {
        for (int i = 0; i < count; i++) {
            add("Hello " + i);
        }
    }

    public synchronized HttpAnswer answer(String method, String path, String token, String body) {
        if (path.equals("/api/gateway/pair")) {
            return pair();
        }
        if (!tokenKnown || !TOKEN.equals(token)) {
            return problem(401, "device_token_invalid");
        }
        JsonObject json = body == null ? new JsonObject() : Json.parse(body).asObject();
        switch (path) {
            case "/api/gateway/messages/claim":
                return claim(json);
            case "/api/gateway/messages/accept":
                return accept(json);
            case "/api/gateway/heartbeat":
                return heartbeat(json);
            case "/api/gateway/device":
                removed = true;
                return new HttpAnswer(204, "", null);
            default:
                return problem(404, "not_found");
        }
    }

    private HttpAnswer pair() {
        return json(
                201,
                new JsonObject()
                        .add("deviceId", "device-1")
                        .add("token", TOKEN)
                        .add("organization", new JsonObject().add("id", "org-1").add("name", "Acme"))
                        .add("heartbeatSeconds", 30)
                        .add("pollSeconds", 1));
    }

    private HttpAnswer claim(JsonObject request) {
        claims++;
        if (removed) {
            return problem(410, "device_removed");
        }
        if (!waitForMessage(request.getInt("wait", 0) * 1000L)) {
            return new HttpAnswer(204, "", null);
        }
        JsonArray offered = new JsonArray();
        int max = request.getInt("max", 50);
        for (Sms sms : messages.values()) {
            if (offered.size() < max && sms.state.equals("CLAIMED")) {
                offered.add(offer(sms));
            }
        }
        for (Sms sms : messages.values()) {
            if (offered.size() < max && sms.state.equals("QUEUED")) {
                sms.state = "CLAIMED";
                sms.claim++;
                offered.add(offer(sms));
            }
        }
        return json(200, new JsonObject().add("messages", offered));
    }

    private boolean waitForMessage(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        while (messages.values().stream().noneMatch(s -> s.state.equals("QUEUED") || s.state.equals("CLAIMED"))) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0 || !parked(left)) {
                return false;
            }
        }
        return true;
    }

    private boolean parked(long millis) {
        try {
            wait(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static JsonObject offer(Sms sms) {
        return new JsonObject()
                .add("id", sms.id)
                .add("claim", sms.claim)
                .add("to", sms.to)
                .add("text", sms.text)
                .add("sim", sms.sim == null ? Json.NULL : Json.value(sms.sim))
                .add("sendWithinSeconds", sms.sendWithinSeconds == null ? Json.NULL : Json.value(sms.sendWithinSeconds))
                .add("laterAgain", sms.laterAgain)
                .add("leaseSeconds", 60)
                .add("deliveryReport", true);
    }

    private HttpAnswer accept(JsonObject request) {
        JsonArray accepted = new JsonArray();
        JsonArray dropped = new JsonArray();
        for (JsonValue each : request.get("messages").asArray()) {
            Sms sms = find(each.asObject());
            boolean own = sms != null && !removed && (sms.state.equals("CLAIMED") || sms.state.equals("ACCEPTED"));
            if (own) {
                sms.state = "ACCEPTED";
            }
            (own ? accepted : dropped).add(each);
        }
        return json(200, new JsonObject().add("accepted", accepted).add("dropped", dropped));
    }

    private HttpAnswer heartbeat(JsonObject request) {
        JsonArray reports = request.get("reports").asArray();
        if (indigestible && mentionsIndigestible(reports)) {
            return problem(400, "invalid_request");
        }
        heartbeats.add(request);
        JsonArray confirmed = new JsonArray();
        JsonArray rejected = new JsonArray();
        for (JsonValue each : reports) {
            JsonObject report = each.asObject();
            if (rejectSeqsOf.contains(index(report))) {
                rejected.add(
                        new JsonObject().add("seq", report.getLong("seq", 0)).add("code", "report_invalid"));
            } else {
                apply(report);
                confirmed.add(report.getLong("seq", 0));
            }
        }
        JsonObject answer = new JsonObject()
                .add("confirmed", confirmed)
                .add("rejected", rejected)
                .add("cancel", cancel)
                .add("return", giveBack)
                .add("pace", Json.parse(pace))
                .add("paused", paused)
                .add("unpaired", removed)
                .add("serverTime", serverTime);
        notifyAll();
        return json(200, answer);
    }

    private boolean mentionsIndigestible(JsonArray reports) {
        for (JsonValue each : reports) {
            if (index(each.asObject()) == indigestibleReportOf) {
                return true;
            }
        }
        return false;
    }

    private int index(JsonObject report) {
        return new ArrayList<>(messages.keySet()).indexOf(report.getString("id", ""));
    }

    private void apply(JsonObject report) {
        Sms sms = find(report);
        if (sms == null) {
            return;
        }
        Status status = Status.valueOf(report.getString("status", ""));
        if (status.raises(sms.status)) {
            sms.status = status;
            sms.parts = report.getInt("parts", 0);
            sms.code = report.get("code").isNull() ? null : report.get("code").asString();
            sms.state = status == Status.RETURNED ? "RETURNED" : "REPORTED";
        }
    }

    private Sms find(JsonObject pair) {
        Sms sms = messages.get(pair.getString("id", ""));
        return sms != null && sms.claim == pair.getInt("claim", 0) ? sms : null;
    }

    /** A returned message goes to the queue again. */
    public synchronized void requeue(Sms sms) {
        sms.state = "QUEUED";
        sms.status = null;
    }

    public synchronized void cancel(Sms sms) {
        cancel.add(new JsonObject().add("id", sms.id).add("claim", sms.claim));
    }

    public synchronized void wantBack(Sms sms) {
        giveBack.add(new JsonObject().add("id", sms.id).add("claim", sms.claim));
    }

    public synchronized void dropAll() {
        for (Sms sms : messages.values()) {
            sms.state = "GONE";
        }
    }

    public synchronized void pace(String json) {
        pace = json;
    }

    public synchronized void serverTime(String time) {
        serverTime = time;
    }

    public synchronized void pause(boolean nowPaused) {
        paused = nowPaused;
    }

    public synchronized void remove() {
        removed = true;
    }

    public synchronized void takeBack() {
        removed = false;
    }

    public synchronized boolean removed() {
        return removed;
    }

    public synchronized void forgetToken(boolean forgotten) {
        tokenKnown = !forgotten;
    }

    public synchronized void rejectReportOf(int index) {
        rejectSeqsOf.add(index);
    }

    /** Any heartbeat with a report of this message is refused as a whole. */
    public synchronized void chokeOnReportOf(int index) {
        indigestible = index >= 0;
        indigestibleReportOf = index;
    }

    public synchronized List<Sms> all() {
        return new ArrayList<>(messages.values());
    }

    public synchronized List<JsonObject> heartbeats() {
        return new ArrayList<>(heartbeats);
    }

    public synchronized int claims() {
        return claims;
    }

    public synchronized long with(Status status) {
        return messages.values().stream().filter(s -> s.status == status).count();
    }

    /** Waits until so many messages stand at this status. */
    public synchronized boolean awaitStatus(Status status, int count, long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (with(status) < count) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private static HttpAnswer json(int status, JsonObject json) {
        return new HttpAnswer(status, json.toString(), null);
    }

    static HttpAnswer problem(int status, String code) {
        return json(status, new JsonObject().add("status", status).add("code", code));
    }
}
