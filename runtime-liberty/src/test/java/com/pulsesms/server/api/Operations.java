package com.pulsesms.server.api;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What the running server says that it can do. */
final class Operations {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete", "head", "options");

    private Operations() {}

    /** @param path with names in braces for ids, as it is described */
    record Operation(String method, String path) {
        @Override
        public String toString() {
            return method + " " + path;
        }

        /** Calls it with an empty body of the kind that it takes. */
        Answer by(Caller caller, String id) {
            var type = path.endsWith("/import") ? "text/csv" : "application/json";
            return caller.send(method, with(id), type, BodyPublishers.ofString("{}"));
        }

        /** The path with this in place of each id. */
        String with(String id) {
            return path.replaceAll("\\{[^}]*}", id);
        }
    }

    static List<Operation> described() {
        var paths = Caller.stranger()
                .get("/openapi?format=JSON")
                .expecting(200)
                .json()
                .getJsonObject("paths");
        return paths.entrySet().stream()
                .flatMap(path -> path.getValue().asJsonObject().keySet().stream()
                        .filter(METHODS::contains)
                        .map(method -> new Operation(method.toUpperCase(), path.getKey())))
                .sorted(Comparator.comparing(Operation::toString))
                .toList();
    }
}
