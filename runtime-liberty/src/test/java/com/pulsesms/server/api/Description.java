package com.pulsesms.server.api;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The server's description of its API, against which answers are held. */
final class Description {
    private final JsonObject openApi;

    private Description(JsonObject openApi) {
        this.openApi = openApi;
    }

    static Description read() {
        return new Description(
                Caller.stranger().get("/openapi?format=JSON").expecting(200).json());
    }

    /**
     * What in the answer is not as it is described.
     *
     * @param operation such as {@code GET /api/contacts/{list}}
     */
    List<String> untold(String operation, Answer answer) {
        var wrong = new ArrayList<String>();
        var method = operation.substring(0, operation.indexOf(' ')).toLowerCase();
        var responses = openApi.getJsonObject("paths")
                .getJsonObject(operation.substring(operation.indexOf(' ') + 1))
                .getJsonObject(method)
                .getJsonObject("responses");
        var response = responses.getJsonObject(String.valueOf(answer.status()));
        if (response == null) {
            wrong.add("no status " + answer.status() + ", but " + responses.keySet());
        } else if (!answer.body().isEmpty()) {
            hold(answer, response, wrong);
        }
        return wrong.stream().map(what -> operation + ": " + what).toList();
    }

    private void hold(Answer answer, JsonObject response, List<String> wrong) {
        var type = answer.header("Content-Type").replaceFirst(";.*", "");
        var media = Optional.ofNullable(response.getJsonObject("content")).map(content -> content.getJsonObject(type));
        if (media.isEmpty()) {
            wrong.add("no " + type + " with " + answer.status());
        } else if (type.endsWith("json")) {
            try (var reader = Json.createReader(new StringReader(answer.body()))) {
                check(media.get().getJsonObject("schema"), reader.readValue(), "", wrong);
            }
        }
    }

    private void check(JsonObject schema, JsonValue value, String at, List<String> wrong) {
        if (schema.containsKey("$ref")) {
            check(component(schema.getString("$ref")), value, at, wrong);
        } else if (schema.containsKey("anyOf") || schema.containsKey("oneOf")) {
            oneOf(
                    schema.containsKey("anyOf") ? schema.getJsonArray("anyOf") : schema.getJsonArray("oneOf"),
                    value,
                    at,
                    wrong);
        } else if (!types(schema).contains(typeOf(value))
                && !(types(schema).contains("number") && value instanceof JsonNumber)) {
            wrong.add(at + " is " + value.getValueType() + " and not of " + types(schema));
        } else if (value instanceof JsonObject object) {
            object(schema, object, at, wrong);
        } else if (value instanceof JsonArray array) {
            for (var n = 0; n < array.size(); n++) {
                check(schema.getJsonObject("items"), array.get(n), at + "[" + n + "]", wrong);
            }
        } else if (value instanceof JsonString text) {
            text(schema, text.getString(), at, wrong);
        }
    }

    private JsonObject component(String reference) {
        return openApi.getJsonObject("components")
                .getJsonObject("schemas")
                .getJsonObject(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private void oneOf(JsonArray choices, JsonValue value, String at, List<String> wrong) {
        var all = new ArrayList<String>();
        for (var choice : choices.getValuesAs(JsonObject.class)) {
            var errors = new ArrayList<String>();
            check(choice, value, at, errors);
            if (errors.isEmpty()) {
                return;
            }
            all.addAll(errors);
        }
        wrong.addAll(all);
    }

    private void object(JsonObject schema, JsonObject object, String at, List<String> wrong) {
        var properties = Optional.ofNullable(schema.getJsonObject("properties")).orElse(JsonValue.EMPTY_JSON_OBJECT);
        var more = schema.get("additionalProperties");
        object.forEach((name, value) -> {
            if (properties.containsKey(name)) {
                check(properties.getJsonObject(name), value, at + "." + name, wrong);
            } else if (more instanceof JsonObject each) {
                check(each, value, at + "." + name, wrong);
            } else if (more == null || more.equals(JsonValue.FALSE)) {
                wrong.add(at + "." + name + " is not described");
            }
        });
        if (schema.containsKey("required")) {
            schema.getJsonArray("required").getValuesAs(JsonString::getString).stream()
                    .filter(name -> !object.containsKey(name))
                    .forEach(name -> wrong.add(at + "." + name + " is missing"));
        }
    }

    private static void text(JsonObject schema, String text, String at, List<String> wrong) {
        if (schema.containsKey("enum")
                && schema.getJsonArray("enum").stream().noneMatch(each -> each.equals(Json.createValue(text)))) {
            wrong.add(at + " is " + text + " and not of " + schema.getJsonArray("enum"));
        }
        try {
            switch (schema.getString("format", "")) {
                case "uuid" -> UUID.fromString(text);
                case "date-time" -> OffsetDateTime.parse(text);
                default -> {}
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            wrong.add(at + " is no " + schema.getString("format") + ": " + text);
        }
    }

    private static List<String> types(JsonObject schema) {
        var type = schema.get("type");
        if (type instanceof JsonArray several) {
            return several.getValuesAs(JsonString::getString);
        }
        return type == null
                ? List.of("object", "array", "string", "integer", "number", "boolean", "null")
                : List.of(((JsonString) type).getString());
    }

    private static String typeOf(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case NUMBER -> ((JsonNumber) value).isIntegral() ? "integer" : "number";
            case TRUE, FALSE -> "boolean";
            case NULL -> "null";
        };
    }
}
