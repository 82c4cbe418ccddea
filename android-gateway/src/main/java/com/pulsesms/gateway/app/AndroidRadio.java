package com.pulsesms.gateway.app;

import android.app.PendingIntent;
import android.content.Context;
import com.pulsesms.gateway.engine.Claim;
import com.pulsesms.gateway.engine.Message;
import com.pulsesms.gateway.engine.Radio;
import com.pulsesms.gateway.engine.RadioRefused;
import java.util.ArrayList;

/** The phone's own radio. Its answers come as broadcasts, also to a later process. */
final class AndroidRadio implements Radio {
    private final SmsManagerWrapper sms;
    private final PartIntents intents;

    AndroidRadio(Context context, SmsManagerWrapper sms) {
        this.sms = sms;
        this.intents = new PartIntents(context);
    }

    @Override
    public int parts(String text) {
        return sms.divide(text).size();
    }

    @Override
    public void send(Claim claim, int attempt, Message message, int sim) throws RadioRefused {
        ArrayList<String> parts = sms.divide(message.text());
        ArrayList<PendingIntent> sent = intents.all(PartIntents.SENT, claim, attempt, parts.size());
        ArrayList<PendingIntent> delivered =
                message.deliveryReport() ? intents.all(PartIntents.DELIVERED, claim, attempt, parts.size()) : null;
        try {
            sms.send(sim, message.to(), parts, sent, delivered);
        } catch (IllegalArgumentException e) {
            throw new RadioRefused("RESULT_INVALID_ARGUMENTS");
        } catch (SecurityException e) {
            throw new RadioRefused("NO_PERMISSION");
        }
    }

    @Override
    public boolean resultsOutliveProcess() {
        return true;
    }
}
