package com.pulsesms.rest.traffic;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The other sites whose pages may call the API with a token.
 *
 * @param origins such as {@code https://shop.example.com}; {@code *} for all
 */
public record AllowedOrigins(Set<String> origins) {
    private static final String ALL = "*";

    /** @param listed separated by commas or blanks */
    public static AllowedOrigins parse(String listed) {
        return new AllowedOrigins(Arrays.stream(listed.split("[,\\s]+"))
                .filter(origin -> !origin.isEmpty())
                .map(origin -> origin.replaceAll("/+$", ""))
                .collect(Collectors.toUnmodifiableSet()));
    }

    boolean none() {
        return origins.isEmpty();
    }

    boolean allow(String origin) {
        return origins.contains(ALL) || origins.contains(origin);
    }
}
