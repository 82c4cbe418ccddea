package com.pulsesms.core.contact;

import java.util.Map;

/**
 * What a person says about the columns of a file; the rest is guessed.
 *
 * @param targets by column, which is named by its header, or by its number from 1 on: {@code phone}, {@code name}, {@code
 *     email}, the name of an attribute, or nothing to leave the column out. {@code first_name} and {@code last_name} are
 *     attributes that make up the name where there is none.
 */
public record ColumnMapping(Map<String, String> targets) {
    public static final ColumnMapping GUESSED = new ColumnMapping(Map.of());

    public ColumnMapping {
        targets = Map.copyOf(targets);
    }
}
