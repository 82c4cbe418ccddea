package com.pulsesms.rest;

import com.pulsesms.core.kernel.FieldError;
import com.pulsesms.core.kernel.Refusal;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The JSON object that a caller sent. It remembers each field that is not as it must be, so that {@link #check} tells all at
 * once; until then such a field reads as a value without meaning. A field that nobody asked for is refused by its name: it
 * is mistyped, or the caller hopes for something that we don't do.
 */
public final class Input {
    private static final String NEEDED = "This field is needed";
    private static final String OTHER_TIMES = "Must be a time between the years 1970 and 9999";
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;
    private static final Pattern TIME_OF_DAY = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

    private final JsonObject json;
    private final String path;
    private final List<FieldError> errors;
    private final Set<String> asked = new LinkedHashSet<>();
    private final List<Input> parts = new ArrayList<>();

    private Input(JsonObject json, String path, List<FieldError> errors) {
        this.json = json;
        this.path = path;
        this.errors = errors;
    }

    static Input of(JsonObject json) {
        return new Input(json, "", new ArrayList<>());
    }

    /** @throws Refusal.Invalid naming each field that is not as it must be, or unknown */
    public void check() {
        refuseUnknown();
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid(errors);
        }
    }

    private void refuseUnknown() {
        json.keySet().stream()
                .filter(name -> !asked.contains(name))
                .forEach(name -> wrong(name, "There is no such field", name));
        parts.forEach(Input::refuseUnknown);
    }

    public String text(String name) {
        return optionalText(name).orElseGet(() -> wrong(name, NEEDED, ""));
    }

    public Optional<String> optionalText(String name) {
        return value(name)
                .map(value -> value instanceof JsonString text ? text.getString() : wrong(name, "Must be a text", ""));
    }

    /** A text that {@code null} takes away, told as a blank one; empty if the field is absent. */
    public Optional<String> clearableText(String name) {
        return cleared(name) ? Optional.of("") : optionalText(name);
    }

    /** A text that may be absent, but not {@code null}: what it is of can't be without. */
    public Optional<String> changedText(String name) {
        if (cleared(name)) {
            return wrong(name, "Can't be null", Optional.empty());
        }
        return optionalText(name);
    }

    /** Whether the field is there and {@code null}. */
    public boolean cleared(String name) {
        asked.add(name);
        return json.containsKey(name) && json.isNull(name);
    }

    public boolean has(String name) {
        asked.add(name);
        return json.containsKey(name);
    }

    public Optional<Integer> optionalInteger(String name) {
        return value(name)
                .map(value -> value instanceof JsonNumber number && isInteger(number)
                        ? number.intValueExact()
                        : wrong(name, "Must be a whole number", 0));
    }

    public int integer(String name) {
        return optionalInteger(name).orElseGet(() -> wrong(name, NEEDED, 0));
    }

    private static boolean isInteger(JsonNumber number) {
        try {
            return number.intValueExact() == number.intValue();
        } catch (ArithmeticException e) {
            return false;
        }
    }

    public boolean flag(String name) {
        var value = value(name);
        return value.filter(found -> found.getValueType() == ValueType.TRUE).isPresent()
                || value.filter(found -> found.getValueType() != ValueType.FALSE)
                        .map(found -> wrong(name, "Must be true or false", false))
                        .orElse(false);
    }

    /** A moment as RFC 3339 writes it. */
    public Optional<Instant> optionalInstant(String name) {
        return optionalText(name).map(text -> {
            try {
                var time = OffsetDateTime.parse(text);
                return isOfOurTimes(time.getYear()) ? time.toInstant() : wrong(name, OTHER_TIMES, Instant.EPOCH);
            } catch (DateTimeException e) {
                return wrong(name, "Must be a time such as 2026-03-01T08:15:30Z", Instant.EPOCH);
            }
        });
    }

    /** Databases and clocks know no others. */
    private static boolean isOfOurTimes(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    /** A date and time on some clock, as ISO 8601 writes it without an offset. */
    public LocalDateTime localTime(String name) {
        return optionalText(name)
                .map(text -> localTime(name, text))
                .orElseGet(() -> wrong(name, NEEDED, LocalDateTime.MIN));
    }

    private LocalDateTime localTime(String name, String text) {
        try {
            var time = LocalDateTime.parse(text);
            return isOfOurTimes(time.getYear()) ? time : wrong(name, OTHER_TIMES, LocalDateTime.MIN);
        } catch (DateTimeException e) {
            return wrong(
                    name, "Must be a date and time without an offset, such as 2026-03-01T08:15", LocalDateTime.MIN);
        }
    }

    /** A time of day to the minute. */
    public LocalTime timeOfDay(String name) {
        return optionalText(name)
                .map(text -> timeOfDay(name, text))
                .orElseGet(() -> wrong(name, NEEDED, LocalTime.MIDNIGHT));
    }

    private LocalTime timeOfDay(String name, String text) {
        return TIME_OF_DAY.matcher(text).matches()
                ? LocalTime.parse(text)
                : wrong(name, "Must be a time of day such as 07:30", LocalTime.MIDNIGHT);
    }

    public List<String> texts(String name) {
        return optionalTexts(name).orElseGet(() -> wrong(name, NEEDED, List.of()));
    }

    public Optional<List<String>> optionalTexts(String name) {
        return value(name)
                .map(value -> value instanceof JsonArray array && array.stream().allMatch(JsonString.class::isInstance)
                        ? array.getValuesAs(JsonString::getString)
                        : wrong(name, "Must be a list of texts", List.of()));
    }

    /** Fields that callers name themselves, each a text; {@code null} tells as a blank one. */
    public Map<String, String> namedTexts(String name) {
        var texts = new LinkedHashMap<String, String>();
        value(name).ifPresent(value -> {
            if (value instanceof JsonObject object) {
                object.forEach((key, text) -> texts.put(key, plain(name + "." + key, text)));
            } else {
                wrong(name, "Must be an object", texts);
            }
        });
        return texts;
    }

    private String plain(String name, JsonValue value) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        return value.getValueType() == ValueType.NULL ? "" : wrong(name, "Must be a text", "");
    }

    public Optional<Input> optionalObject(String name) {
        return value(name).map(value -> part(name, value));
    }

    /** A list of objects, empty if the field is absent. */
    public List<Input> optionalObjects(String name) {
        var objects = new ArrayList<Input>();
        value(name).ifPresent(value -> {
            if (value instanceof JsonArray array) {
                array.forEach(each -> objects.add(part(name + "[" + objects.size() + "]", each)));
            } else {
                wrong(name, "Must be a list of objects", objects);
            }
        });
        return objects;
    }

    private Input part(String name, JsonValue value) {
        var object = value instanceof JsonObject inner
                ? inner
                : wrong(name, "Must be an object", JsonValue.EMPTY_JSON_OBJECT);
        var part = new Input(object, at(name), errors);
        parts.add(part);
        return part;
    }

    private Optional<JsonValue> value(String name) {
        asked.add(name);
        return Optional.ofNullable(json.get(name)).filter(value -> value.getValueType() != ValueType.NULL);
    }

    private <T> T wrong(String name, String message, T instead) {
        errors.add(new FieldError(at(name), message));
        return instead;
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
