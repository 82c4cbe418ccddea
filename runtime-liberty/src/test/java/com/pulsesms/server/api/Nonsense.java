package com.pulsesms.server.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What a careless or malicious caller may send: close to what is understood, or far from it. */
final class Nonsense {
    private static final List<String> FIELDS = List.of(
            "name",
            "text",
            "lists",
            "to",
            "recipients",
            "variables",
            "phone",
            "phones",
            "contacts",
            "email",
            "attributes",
            "deviceId",
            "sim",
            "sims",
            "slot",
            "pace",
            "deadline",
            "urgent",
            "status",
            "at",
            "contactId",
            "scopes",
            "expiresAt",
            "region",
            "timeZone",
            "quietHours",
            "from",
            "until",
            "apiKey",
            "password",
            "reason",
            "code",
            "installationId",
            "device",
            "wait",
            "max",
            "messages",
            "id",
            "claim",
            "reports",
            "seq",
            "battery",
            "queue");

    /** Of a path; what else the container refuses by itself. */
    private static final Pattern SEGMENT = Pattern.compile("[\\p{L}\\p{N}_~-]{1,200}");

    private Nonsense() {}

    static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(40),
                Arbitraries.strings().ascii().ofMaxLength(40),
                Arbitraries.of(
                        "",
                        " ",
                        "\0",
                        "null",
                        "-1",
                        "+381641234567",
                        "064 123 4567",
                        "{{name}}",
                        "{{",
                        "}}",
                        "RS",
                        "UTC",
                        "2026-03-01T08:15:30Z",
                        "+999999999-12-31T23:59:59Z",
                        "-999999999-01-01T00:00",
                        "25:61",
                        "DRAFT",
                        "FAILED",
                        "messages:send",
                        "\uD800",
                        "😀".repeat(30),
                        "x".repeat(5000),
                        "' or 1=1 --",
                        "%",
                        "<b>",
                        "00000000-0000-0000-0000-000000000000",
                        "a@b.c",
                        "../../etc/passwd"));
    }

    static Arbitrary<String> ids(List<String> known) {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of(known)),
                Tuple.of(1, Arbitraries.create(() -> UUID.randomUUID().toString())),
                Tuple.of(2, texts().filter(text -> SEGMENT.matcher(text).matches())));
    }

    static Arbitrary<JsonObject> bodies(List<String> ids) {
        var names = Arbitraries.frequencyOf(Tuple.of(9, Arbitraries.of(FIELDS)), Tuple.of(1, texts()));
        return names.list()
                .ofMaxSize(6)
                .flatMap(fields -> values(ids, 2).list().ofSize(fields.size()).map(values -> {
                    var body = Json.createObjectBuilder();
                    for (var n = 0; n < fields.size(); n++) {
                        body.add(fields.get(n), values.get(n));
                    }
                    return body.build();
                }));
    }

    private static Arbitrary<JsonValue> values(List<String> ids, int depth) {
        Arbitrary<JsonValue> plain = Arbitraries.oneOf(
                texts().map(Json::createValue),
                Arbitraries.of(ids).map(Json::createValue),
                Arbitraries.integers().map(Json::createValue),
                Arbitraries.bigDecimals().map(Json::createValue),
                Arbitraries.of(JsonValue.TRUE, JsonValue.FALSE, JsonValue.NULL, Json.createValue(Long.MAX_VALUE)));
        if (depth == 0) {
            return plain;
        }
        var lists = values(ids, depth - 1).list().ofMaxSize(3).map(items ->
                (JsonValue) Json.createArrayBuilder(items).build());
        var objects = Combinators.combine(Arbitraries.of(FIELDS), values(ids, depth - 1))
                .as((name, value) -> (JsonValue)
                        Json.createObjectBuilder(Map.of(name, value)).build());
        return Arbitraries.oneOf(plain, lists, objects);
    }
}
