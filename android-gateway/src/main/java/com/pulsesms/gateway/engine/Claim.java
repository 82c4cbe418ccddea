package com.pulsesms.gateway.engine;

/** The right to send one message once: the message's id and the number of this hand-over. */
public final class Claim {
    private final String messageId;
    private final int number;

    public Claim(String messageId, int number) {
        if (messageId == null || messageId.isEmpty()) {
            throw new IllegalArgumentException("A claim names a message");
        }
        this.messageId = messageId;
        this.number = number;
    }

    public String messageId() {
        return messageId;
    }

    public int number() {
        return number;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Claim
                && ((Claim) other).messageId.equals(messageId)
                && ((Claim) other).number == number;
    }

    @Override
    public int hashCode() {
        return 31 * messageId.hashCode() + number;
    }

    @Override
    public String toString() {
        return messageId + "#" + number;
    }
}
