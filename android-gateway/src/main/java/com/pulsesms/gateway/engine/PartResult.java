package com.pulsesms.gateway.engine;

/** What the radio says of one part of one attempt. */
public final class PartResult {
    private final Claim claim;
    private final int attempt;
    private final int part;
    private final char letter;
    private final String code;

    private PartResult(Claim claim, int attempt, int part, char letter, String code) {
        this.claim = claim;
        this.attempt = attempt;
        this.part = part;
        this.letter = letter;
        this.code = code;
    }

    public static PartResult sent(Claim claim, int attempt, int part) {
        return new PartResult(claim, attempt, part, Tally.SENT, null);
    }

    /** @param code the radio's name for the error, such as {@code RESULT_ERROR_NO_SERVICE} */
    public static PartResult failed(Claim claim, int attempt, int part, String code) {
        return new PartResult(claim, attempt, part, Tally.FAILED, code);
    }

    public static PartResult delivered(Claim claim, int attempt, int part) {
        return new PartResult(claim, attempt, part, Tally.DELIVERED, null);
    }

    /** @param code the network's reason, such as {@code TP_STATUS_70}, or null */
    public static PartResult undelivered(Claim claim, int attempt, int part, String code) {
        return new PartResult(claim, attempt, part, Tally.UNDELIVERED, code);
    }

    public Claim claim() {
        return claim;
    }

    public int attempt() {
        return attempt;
    }

    public int part() {
        return part;
    }

    char letter() {
        return letter;
    }

    public String code() {
        return code;
    }
}
