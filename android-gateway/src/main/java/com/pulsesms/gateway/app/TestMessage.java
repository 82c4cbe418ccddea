package com.pulsesms.gateway.app;

import com.pulsesms.gateway.engine.Claim;
import com.pulsesms.gateway.engine.Message;
import com.pulsesms.gateway.engine.PartResult;
import com.pulsesms.gateway.engine.RadioRefused;
import java.util.UUID;

/** One message that a person sends to try the radio; the server never hears of it. */
final class TestMessage {
    /** Is told what became of it: {@code SENT} or the radio's code. */
    interface Outcome {
        void is(String result);
    }

    private static volatile String current;
    private static volatile Outcome outcome;

    private TestMessage() {}

    static void send(GatewayApp app, String to, String text, int sim, Outcome newOutcome) {
        Claim claim = new Claim("test-" + UUID.randomUUID(), 1);
        current = claim.messageId();
        outcome = newOutcome;
        try {
            new AndroidRadio(app, app.sms()).send(claim, 1, new Message(claim, to, text, null, null, false), sim);
        } catch (RadioRefused refused) {
            newOutcome.is(refused.code());
        } catch (RuntimeException broken) {
            newOutcome.is("RESULT_SYSTEM_ERROR");
        }
    }

    static void heard(PartResult heard) {
        Outcome waiting = outcome;
        if (waiting != null && heard.claim().messageId().equals(current)) {
            waiting.is(heard.code() == null ? "SENT" : heard.code());
        }
    }
}
