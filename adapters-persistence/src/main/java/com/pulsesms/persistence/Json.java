package com.pulsesms.persistence;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Small structures as JSON text: what is read and written only together with its row. */
public final class Json {
    public static final JsonProvider JSON = JsonProvider.provider();

    private Json() {}

    public static String texts(Collection<String> texts) {
        return JSON.createArrayBuilder(texts).build().toString();
    }

    public static List<String> texts(String json) {
        return array(json).getValuesAs(JsonString::getString);
    }

    public static String textsByName(Map<String, String> texts) {
        var object = JSON.createObjectBuilder();
        texts.forEach(object::add);
        return object.build().toString();
    }

    public static SortedMap<String, String> textsByName(String json) {
        var texts = new TreeMap<String, String>();
        var object = object(json);
        object.keySet().forEach(name -> texts.put(name, object.getString(name)));
        return texts;
    }

    public static JsonArray array(String json) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            return reader.readArray();
        }
    }

    public static JsonObject object(String json) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
