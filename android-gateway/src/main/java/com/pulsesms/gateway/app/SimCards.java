package com.pulsesms.gateway.app;

import android.annotation.TargetApi;
import android.content.Context;
import android.content.SharedPreferences;
import android.os.Build;
import android.telephony.SubscriptionInfo;
import android.telephony.SubscriptionManager;
import com.pulsesms.gateway.engine.Sim;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The SIM cards in this phone, and which of them a person chose to send through. */
final class SimCards {
    private static final String CHOSEN = "chosen";
    private static final String NUMBER = "number.";

    private final Context context;
    private final SharedPreferences preferences;

    SimCards(Context context) {
        this.context = context;
        this.preferences = context.getSharedPreferences("sims", Context.MODE_PRIVATE);
    }

    /** Empty where there is no card, or no permission to look. */
    List<Sim> present() {
        List<Sim> sims = new ArrayList<Sim>();
        for (SubscriptionInfo info : active()) {
            CharSequence carrier = info.getCarrierName();
            sims.add(new Sim(
                    info.getSimSlotIndex(),
                    info.getSubscriptionId(),
                    carrier == null ? null : carrier.toString(),
                    number(info)));
        }
        return sims;
    }

    private List<SubscriptionInfo> active() {
        if (!Permissions.readPhone(context)) {
            return Collections.emptyList();
        }
        try {
            List<SubscriptionInfo> active = manager().getActiveSubscriptionInfoList();
            return active == null ? Collections.<SubscriptionInfo>emptyList() : active;
        } catch (SecurityException e) {
            // Some makers ask for more than the documented permission.
            return Collections.emptyList();
        }
    }

    private SubscriptionManager manager() {
        return (SubscriptionManager) context.getSystemService(Context.TELEPHONY_SUBSCRIPTION_SERVICE);
    }

    /** What a person entered wins over what the carrier tells. */
    private String number(SubscriptionInfo info) {
        String entered = preferences.getString(NUMBER + info.getSubscriptionId(), null);
        if (entered != null) {
            return entered;
        }
        try {
            String told = Build.VERSION.SDK_INT >= 33 ? toldByManager(info) : info.getNumber();
            return told == null || told.isEmpty() ? null : told;
        } catch (SecurityException e) {
            return null;
        }
    }

    @TargetApi(33)
    private String toldByManager(SubscriptionInfo info) {
        return manager().getPhoneNumber(info.getSubscriptionId());
    }

    void enterNumber(int subscriptionId, String number) {
        String trimmed = number.trim();
        preferences
                .edit()
                .putString(NUMBER + subscriptionId, trimmed.isEmpty() ? null : trimmed)
                .apply();
    }

    /** The chosen cards that are in the phone; when none is, the phone's default. */
    List<Integer> chosen() {
        Set<Integer> ticked = ticked();
        List<Integer> chosen = new ArrayList<Integer>();
        for (Sim sim : present()) {
            if (ticked.contains(sim.subscriptionId())) {
                chosen.add(sim.subscriptionId());
            }
        }
        return chosen.isEmpty() ? defaultSim() : chosen;
    }

    Set<Integer> ticked() {
        Set<Integer> ticked = new TreeSet<Integer>();
        for (String each : preferences.getStringSet(CHOSEN, Collections.<String>emptySet())) {
            ticked.add(Integer.valueOf(each));
        }
        return ticked;
    }

    void tick(int subscriptionId, boolean chosen) {
        Set<String> next = new HashSet<String>(preferences.getStringSet(CHOSEN, Collections.<String>emptySet()));
        if (chosen) {
            next.add(Integer.toString(subscriptionId));
        } else {
            next.remove(Integer.toString(subscriptionId));
        }
        preferences.edit().putStringSet(CHOSEN, next).apply();
    }

    /** The default for SMS, or the first card where the phone is set to ask each time. */
    private List<Integer> defaultSim() {
        List<Sim> present = present();
        int preset = preset();
        for (Sim sim : present) {
            if (sim.subscriptionId() == preset) {
                return Collections.singletonList(preset);
            }
        }
        return present.isEmpty()
                ? Collections.<Integer>emptyList()
                : Collections.singletonList(present.get(0).subscriptionId());
    }

    /** Whether the phone has several cards and is set to ask each time; then the app has to choose. */
    boolean asksEachTime() {
        return present().size() > 1 && ticked().isEmpty() && preset() < 0;
    }

    private static int preset() {
        return Build.VERSION.SDK_INT >= 24 ? defaultSince24() : -1;
    }

    @TargetApi(24)
    private static int defaultSince24() {
        return SubscriptionManager.getDefaultSmsSubscriptionId();
    }
}
