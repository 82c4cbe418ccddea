package com.pulsesms.core.contact;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * To how many contacts of some lists a campaign would write, and how many it would leave out. Where a number is on several
 * of the lists, the contact of the first one counts.
 *
 * @param recipients different numbers that would be written to
 * @param duplicates contacts whose number is on an earlier one of the lists
 * @param optedOut different numbers that are not to be written to
 * @param missing how many of the recipients have no value for a variable, by each variable that was asked for
 */
public record Reach(long recipients, long duplicates, long optedOut, SortedMap<String, Long> missing) {
    public Reach {
        missing = Collections.unmodifiableSortedMap(new TreeMap<>(missing));
    }
}
