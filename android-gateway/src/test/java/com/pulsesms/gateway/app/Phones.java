package com.pulsesms.gateway.app;

import static org.robolectric.Shadows.shadowOf;

import android.Manifest;
import android.content.Context;
import android.os.Build;
import android.telephony.SmsManager;
import android.telephony.SubscriptionManager;
import android.telephony.TelephonyManager;
import com.pulsesms.gateway.engine.Pairing;
import org.robolectric.shadows.ShadowSubscriptionManager;
import org.robolectric.shadows.ShadowSubscriptionManager.SubscriptionInfoBuilder;

/** Phones to test on. */
final class Phones {
    private Phones() {}

    /** Two cards, all permissions: the best case. */
    static void twoSims(GatewayApp app) {
        grant(app);
        shadowOf(subscriptions(app))
                .setActiveSubscriptionInfos(
                        SubscriptionInfoBuilder.newBuilder()
                                .setId(11)
                                .setSimSlotIndex(0)
                                .setCarrierName("Yettel")
                                .setNumber("+381641111111")
                                .buildSubscriptionInfo(),
                        SubscriptionInfoBuilder.newBuilder()
                                .setId(22)
                                .setSimSlotIndex(1)
                                .setCarrierName("A1")
                                .buildSubscriptionInfo());
        if (Build.VERSION.SDK_INT >= 33) {
            shadowOf(subscriptions(app)).setPhoneNumber(11, "+381641111111");
        }
        ShadowSubscriptionManager.setDefaultSmsSubscriptionId(11);
        TelephonyManager telephony = (TelephonyManager) app.getSystemService(Context.TELEPHONY_SERVICE);
        shadowOf(telephony).setSimState(TelephonyManager.SIM_STATE_READY);
    }

    static void grant(GatewayApp app) {
        shadowOf(app)
                .grantPermissions(
                        Manifest.permission.SEND_SMS,
                        Manifest.permission.READ_PHONE_STATE,
                        "android.permission.READ_PHONE_NUMBERS",
                        "android.permission.POST_NOTIFICATIONS");
    }

    static SubscriptionManager subscriptions(GatewayApp app) {
        return (SubscriptionManager) app.getSystemService(Context.TELEPHONY_SUBSCRIPTION_SERVICE);
    }

    static SmsManager smsManager(GatewayApp app, int sim) {
        return Build.VERSION.SDK_INT >= 31
                ? app.getSystemService(SmsManager.class).createForSubscriptionId(sim)
                : SmsManager.getSmsManagerForSubscriptionId(sim);
    }

    static Pairing pairedWith(String server) {
        return new Pairing(server, "device-1", "token-1", "org-1", "Acme", 30, 1);
    }
}
