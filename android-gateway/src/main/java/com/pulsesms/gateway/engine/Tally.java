package com.pulsesms.gateway.engine;

import java.util.Arrays;

/**
 * What is known of each part of a message that was handed to the radio. One letter per part: {@code -} nothing yet,
 * {@code s} sent, {@code f} failed, {@code d} delivered, {@code u} undelivered.
 */
public final class Tally {
    static final char NOTHING = '-';
    static final char SENT = 's';
    static final char FAILED = 'f';
    static final char DELIVERED = 'd';
    static final char UNDELIVERED = 'u';

    private final String letters;

    private Tally(String letters) {
        this.letters = letters;
    }

    public static Tally ofParts(int parts) {
        char[] letters = new char[Math.max(1, parts)];
        Arrays.fill(letters, NOTHING);
        return new Tally(new String(letters));
    }

    public static Tally parse(String letters) {
        return new Tally(letters);
    }

    /** Takes in one part's news; old or repeated news changes nothing. */
    Tally with(int part, char letter) {
        if (part < 0 || part >= letters.length() || !raises(letters.charAt(part), letter)) {
            return this;
        }
        char[] copy = letters.toCharArray();
        copy[part] = letter;
        return new Tally(new String(copy));
    }

    private static boolean raises(char current, char next) {
        boolean nextIsDelivery = next == DELIVERED || next == UNDELIVERED;
        return current == NOTHING || (current == SENT && nextIsDelivery);
    }

    public int parts() {
        return letters.length();
    }

    /** How many parts are known to have left. */
    public int left() {
        return parts() - count(NOTHING) - count(FAILED);
    }

    boolean nothingLeft() {
        return count(FAILED) == parts();
    }

    boolean anyFailed() {
        return count(FAILED) > 0;
    }

    /** The status that all parts together make, or null while some part has no result. */
    Status status() {
        if (count(NOTHING) > 0) {
            return null;
        }
        if (anyFailed()) {
            return Status.FAILED;
        }
        if (count(UNDELIVERED) > 0) {
            return Status.UNDELIVERED;
        }
        return count(DELIVERED) == parts() ? Status.DELIVERED : Status.SENT;
    }

    private int count(char letter) {
        int count = 0;
        for (int i = 0; i < letters.length(); i++) {
            if (letters.charAt(i) == letter) {
                count++;
            }
        }
        return count;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tally && ((Tally) other).letters.equals(letters);
    }

    @Override
    public int hashCode() {
        return letters.hashCode();
    }

    @Override
    public String toString() {
        return letters;
    }
}
