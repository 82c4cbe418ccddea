package com.pulsesms.gateway.engine;

/** One claim's status on its way to the server. */
public final class Report {
    private final long seq;
    private final Status status;
    private final long atMillis;
    private final int parts;
    private final String code;

    /**
     * @param atMillis when it happened, in server time
     * @param parts how many parts left
     * @param code a short stable reason, or null
     */
    public Report(long seq, Status status, long atMillis, int parts, String code) {
        this.seq = seq;
        this.status = status;
        this.atMillis = atMillis;
        this.parts = parts;
        this.code = code;
    }

    public long seq() {
        return seq;
    }

    public Status status() {
        return status;
    }

    public long atMillis() {
        return atMillis;
    }

    public int parts() {
        return parts;
    }

    public String code() {
        return code;
    }

    Report withSeq(long newSeq) {
        return new Report(newSeq, status, atMillis, parts, code);
    }
}
