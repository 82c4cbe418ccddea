package com.pulsesms.core.contact;

import com.pulsesms.core.kernel.PhoneNumber;
import java.util.Arrays;

/**
 * A set of numbers in eight bytes and a bit each: a number in E.164 form has at most 15 digits, which a long holds. It is
 * an open-addressing hash table, where zero marks a free place.
 */
final class SeenNumbers {
    private long[] table = new long[1 << 10];
    private int size;

    /** False if the number was in the set. */
    boolean add(PhoneNumber phone) {
        if (2 * size > table.length) {
            grow();
        }
        return put(Long.parseLong(phone.e164().substring(1)));
    }

    private boolean put(long number) {
        var mask = table.length - 1;
        var place = (int) (number * 0x9E3779B97F4A7C15L >>> 32) & mask;
        while (table[place] != 0) {
            if (table[place] == number) {
                return false;
            }
            place = place + 1 & mask;
        }
        table[place] = number;
        size++;
        return true;
    }

    private void grow() {
        var old = table;
        table = new long[2 * old.length];
        size = 0;
        Arrays.stream(old).filter(number -> number != 0).forEach(this::put);
    }
}
