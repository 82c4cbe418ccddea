package com.pulsesms.core.contact;

import java.util.ArrayList;
import java.util.List;

/** What stands between the cells of a CSV file. */
final class Delimiter {
    private static final List<Character> KNOWN = List.of(',', ';', '\t');
    private static final int LINES = 20;

    private Delimiter() {}

    /** The one that the most lines have as often as the first one, outside of quotes; the more frequent of equals. */
    static char of(String text) {
        var best = ',';
        long bestScore = 0;
        for (var candidate : KNOWN) {
            var counts = counts(text, candidate);
            int first = counts.isEmpty() ? 0 : counts.get(0);
            var alike = counts.stream().filter(count -> count == first).count();
            var score = first == 0 ? 0 : alike * 1000 + first;
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static List<Integer> counts(String text, char delimiter) {
        var counts = new ArrayList<Integer>();
        var quoted = false;
        var count = 0;
        var blank = true;
        for (var i = 0; i < text.length() && counts.size() < LINES; i++) {
            var c = text.charAt(i);
            quoted ^= c == '"';
            if (!quoted && (c == '\n' || c == '\r')) {
                if (!blank) {
                    counts.add(count);
                }
                count = 0;
                blank = true;
            } else {
                count += !quoted && c == delimiter ? 1 : 0;
                blank = false;
            }
        }
        if (!blank && counts.size() < LINES) {
            counts.add(count);
        }
        return counts;
    }
}
