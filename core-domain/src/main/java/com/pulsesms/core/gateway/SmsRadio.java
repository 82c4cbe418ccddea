package com.pulsesms.core.gateway;

import com.pulsesms.core.kernel.DrivenPort;
import com.pulsesms.core.kernel.PhoneNumber;

/** What sends a text for a program that embeds this library: a modem, a carrier's API, a test. */
@DrivenPort
public interface SmsRadio {
    /**
     * Sends one text. It is called once for each message; when it throws, nobody can tell whether the text left, and the
     * message becomes UNKNOWN.
     */
    Outcome send(PhoneNumber to, String text);

    /** What became of it. */
    sealed interface Outcome {
        /** It left. */
        record Sent() implements Outcome {}

        /** It left and arrived. */
        record Delivered() implements Outcome {}

        /** @param code a short stable reason */
        record Failed(String code) implements Outcome {}
    }

    static Outcome sent() {
        return new Outcome.Sent();
    }

    static Outcome delivered() {
        return new Outcome.Delivered();
    }

    static Outcome failed(String code) {
        return new Outcome.Failed(code);
    }
}
