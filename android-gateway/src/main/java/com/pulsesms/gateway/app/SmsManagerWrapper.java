package com.pulsesms.gateway.app;

import android.annotation.TargetApi;
import android.app.PendingIntent;
import android.content.Context;
import android.os.Build;
import android.telephony.SmsManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Android's SmsManager, made right on every API level from 23; the only class that touches it. */
class SmsManagerWrapper {
    /** Stands for the phone's default SIM. */
    static final int DEFAULT_SIM = -1;

    private final Context context;
    private final SimCards sims;

    SmsManagerWrapper(Context context, SimCards sims) {
        this.context = context;
        this.sims = sims;
    }

    /** Into which parts a text is divided, never fewer than one. */
    ArrayList<String> divide(String text) {
        ArrayList<String> parts = manager(DEFAULT_SIM).divideMessage(text);
        if (parts == null || parts.isEmpty()) {
            parts = new ArrayList<String>();
            parts.add(text);
        }
        return parts;
    }

    /**
     * Hands a message to the phone's radio.
     *
     * @param sent one for each part
     * @param delivered one for each part, or null when no delivery report is wanted
     * @throws IllegalArgumentException when the number or the text is not acceptable; nothing left
     * @throws SecurityException when the permission is missing; nothing left
     */
    void send(
            int sim,
            String to,
            ArrayList<String> parts,
            ArrayList<PendingIntent> sent,
            ArrayList<PendingIntent> delivered) {
        manager(sim).sendMultipartTextMessage(to, null, parts, sent, delivered);
    }

    /** Without a subscription newer Androids throw, or ask the person: so one is named wherever one is known. */
    private SmsManager manager(int wanted) {
        List<Integer> chosen = wanted == DEFAULT_SIM ? sims.chosen() : Collections.singletonList(wanted);
        int sim = chosen.isEmpty() ? DEFAULT_SIM : chosen.get(0);
        if (Build.VERSION.SDK_INT >= 31) {
            return managerSince31(sim);
        }
        return sim == DEFAULT_SIM ? managerWithoutSim() : managerBefore31(sim);
    }

    @TargetApi(31)
    private SmsManager managerSince31(int sim) {
        SmsManager manager = context.getSystemService(SmsManager.class);
        return sim == DEFAULT_SIM ? manager : manager.createForSubscriptionId(sim);
    }

    @SuppressWarnings("deprecation")
    private static SmsManager managerBefore31(int sim) {
        return SmsManager.getSmsManagerForSubscriptionId(sim);
    }

    @SuppressWarnings("deprecation")
    private static SmsManager managerWithoutSim() {
        return SmsManager.getDefault();
    }
}
