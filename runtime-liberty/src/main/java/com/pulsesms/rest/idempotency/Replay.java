package com.pulsesms.rest.idempotency;

/** Ends a call that was answered before. */
final class Replay extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Answer answer;

    Replay(Answer answer) {
        super("Answered before", null, false, false);
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }
}
