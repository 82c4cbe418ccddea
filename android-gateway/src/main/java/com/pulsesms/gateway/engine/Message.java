package com.pulsesms.gateway.engine;

/** What the server asks this phone to send: a claim with its text, receiver and conditions. */
public final class Message {
    private final Claim claim;
    private final String to;
    private final String text;
    private final Integer sim;
    private final Long sendWithinSeconds;
    private final boolean laterAgain;
    private final boolean deliveryReport;

    /**
     * @param sim the subscription it must leave through, or null for the phone's choice
     * @param sendWithinSeconds no send may start later, counted from the message's arrival; or null
     * @param laterAgain whether the server wants it back then, to have it sent later
     */
    public Message(
            Claim claim,
            String to,
            String text,
            Integer sim,
            Long sendWithinSeconds,
            boolean laterAgain,
            boolean deliveryReport) {
        this.claim = claim;
        this.to = to;
        this.text = text;
        this.sim = sim;
        this.sendWithinSeconds = sendWithinSeconds;
        this.laterAgain = laterAgain;
        this.deliveryReport = deliveryReport;
    }

    public Message(Claim claim, String to, String text, Integer sim, Long sendWithinSeconds, boolean deliveryReport) {
        this(claim, to, text, sim, sendWithinSeconds, false, deliveryReport);
    }

    public Claim claim() {
        return claim;
    }

    public String to() {
        return to;
    }

    public String text() {
        return text;
    }

    public Integer sim() {
        return sim;
    }

    public Long sendWithinSeconds() {
        return sendWithinSeconds;
    }

    public boolean laterAgain() {
        return laterAgain;
    }

    public boolean deliveryReport() {
        return deliveryReport;
    }

    /** Keeps texts and numbers out of logs. */
    @Override
    public String toString() {
        return claim.toString();
    }
}
