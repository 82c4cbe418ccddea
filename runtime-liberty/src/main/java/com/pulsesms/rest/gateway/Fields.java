package com.pulsesms.rest.gateway;

import com.pulsesms.core.kernel.FieldError;
import com.pulsesms.core.kernel.Refusal;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Reads the fields of a JSON object that a phone sent, and remembers each that is not as it must be, so that all are told at
 * once. Reading such a field gives a value without meaning; {@link #check} keeps anybody from using it. Fields that nobody
 * asks for don't matter: newer apps send more.
 */
final class Fields {
    private static final UUID NONE = new UUID(0, 0);

    private final JsonObject json;
    private final String path;
    private final List<FieldError> errors;

    private Fields(JsonObject json, String path, List<FieldError> errors) {
        this.json = json;
        this.path = path;
        this.errors = errors;
    }

    static Fields of(JsonObject json) {
        return new Fields(json, "", new ArrayList<>());
    }

    /** @throws Refusal.Invalid if a field read so far was not as it must be */
    void check() {
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid(errors);
        }
    }

    boolean fine() {
        return errors.isEmpty();
    }

    /** The same object, whose errors are looked at apart from the others. */
    Fields apart() {
        return new Fields(json, path, new ArrayList<>());
    }

    String text(String name, int longest) {
        return optionalText(name, longest).orElseGet(() -> wrong(name, "A text is needed", ""));
    }

    Optional<String> optionalText(String name, int longest) {
        var value = value(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!(value.get() instanceof JsonString text)) {
            return wrong(name, "Must be a text", Optional.empty());
        }
        if (text.getString().length() > longest) {
            return wrong(name, "Must have at most " + longest + " characters", Optional.empty());
        }
        // Databases can't store it.
        return Optional.of(text.getString().replace('\0', ' '));
    }

    UUID id(String name) {
        var text = text(name, 36);
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return text.isEmpty() ? NONE : wrong(name, "Must be a UUID", NONE);
        }
    }

    int integer(String name, int lowest, int highest) {
        return (int) number(name, lowest, highest);
    }

    long number(String name, long lowest, long highest) {
        return optionalNumber(name, lowest, highest)
                .orElseGet(() -> wrong(name, "Must be a whole number from " + lowest + " to " + highest, lowest));
    }

    Optional<Integer> optionalInteger(String name, int lowest, int highest) {
        return optionalNumber(name, lowest, highest).map(Long::intValue);
    }

    private Optional<Long> optionalNumber(String name, long lowest, long highest) {
        var value = value(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return value.filter(JsonNumber.class::isInstance)
                .flatMap(number -> whole((JsonNumber) number))
                .filter(number -> lowest <= number && number <= highest)
                .or(() -> Optional.of(wrong(name, "Must be a whole number from " + lowest + " to " + highest, lowest)));
    }

    private static Optional<Long> whole(JsonNumber number) {
        try {
            return Optional.of(number.longValueExact());
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    boolean flag(String name) {
        return optionalFlag(name).orElseGet(() -> wrong(name, "Must be true or false", false));
    }

    Optional<Boolean> optionalFlag(String name) {
        var value = value(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return switch (value.get().getValueType()) {
            case TRUE -> Optional.of(true);
            case FALSE -> Optional.of(false);
            default -> Optional.of(wrong(name, "Must be true or false", false));
        };
    }

    Fields object(String name) {
        var value = value(name);
        if (value.isPresent() && value.get() instanceof JsonObject object) {
            return new Fields(object, at(name), errors);
        }
        return new Fields(JsonValue.EMPTY_JSON_OBJECT, at(name), wrong(name, "Must be an object", errors));
    }

    /** The names of all fields of this object. */
    List<String> names(int most) {
        if (json.size() > most) {
            errors.add(new FieldError(path, "At most " + most + " are possible"));
            return List.of();
        }
        return List.copyOf(json.keySet());
    }

    /** An array of objects, each read by {@code reading}; an absent one is empty. */
    <T> List<T> objects(String name, int most, Function<Fields, T> reading) {
        var value = value(name);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get().getValueType() != JsonValue.ValueType.ARRAY) {
            return wrong(name, "Must be an array", List.of());
        }
        var array = value.get().asJsonArray();
        if (array.size() > most) {
            return wrong(name, "At most " + most + " are possible", List.of());
        }
        return IntStream.range(0, array.size())
                .mapToObj(i -> element(name + "[" + i + "]", array.get(i)))
                .map(reading)
                .toList();
    }

    private Fields element(String name, JsonValue value) {
        if (value instanceof JsonObject object) {
            return new Fields(object, at(name), errors);
        }
        return new Fields(JsonValue.EMPTY_JSON_OBJECT, at(name), wrong(name, "Must be an object", errors));
    }

    private Optional<JsonValue> value(String name) {
        return Optional.ofNullable(json.get(name)).filter(value -> value.getValueType() != JsonValue.ValueType.NULL);
    }

    private <T> T wrong(String name, String message, T instead) {
        errors.add(new FieldError(at(name), message));
        return instead;
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
