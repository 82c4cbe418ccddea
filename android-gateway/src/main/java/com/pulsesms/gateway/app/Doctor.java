package com.pulsesms.gateway.app;

import android.annotation.TargetApi;
import android.app.ActivityManager;
import android.app.NotificationManager;
import android.content.Context;
import android.net.ConnectivityManager;
import android.net.NetworkInfo;
import android.os.Build;
import android.os.PowerManager;
import android.provider.Settings;
import android.telephony.TelephonyManager;
import java.util.EnumMap;
import java.util.Map;

/** Looks for whatever would stop the gateway. */
final class Doctor {
    private final Context context;
    private final SimCards sims;

    Doctor(Context context, SimCards sims) {
        this.context = context;
        this.sims = sims;
    }

    /** Each finding with whether it is all right. */
    Map<Finding, Boolean> examine() {
        Map<Finding, Boolean> health = new EnumMap<Finding, Boolean>(Finding.class);
        for (Finding finding : Finding.values()) {
            health.put(finding, isWell(finding));
        }
        return health;
    }

    boolean isWell(Finding finding) {
        switch (finding) {
            case SEND_SMS:
                return Permissions.sendSms(context);
            case PHONE_STATE:
                return Permissions.readPhone(context);
            case SIM:
                return simReady();
            case AIRPLANE_MODE:
                return !airplaneMode();
            case DEFAULT_SIM:
                return !sims.asksEachTime();
            case NOTIFICATIONS:
                return Permissions.notifications(context) && notificationsShown();
            case BATTERY:
                return power().isIgnoringBatteryOptimizations(context.getPackageName());
            case BACKGROUND:
                return Build.VERSION.SDK_INT < 28 || !backgroundRestricted();
            case NETWORK:
                return online();
            default:
                throw new AssertionError(finding);
        }
    }

    /** Why nothing can be sent now, in the form of a report's code, or null. */
    String cannotSend() {
        if (!Permissions.sendSms(context)) {
            return "NO_PERMISSION";
        }
        if (airplaneMode()) {
            return "AIRPLANE_MODE";
        }
        return simReady() ? null : "NO_SIM";
    }

    private boolean simReady() {
        TelephonyManager telephony = (TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE);
        return telephony.getSimState() == TelephonyManager.SIM_STATE_READY
                || !sims.present().isEmpty();
    }

    private boolean airplaneMode() {
        return Settings.Global.getInt(context.getContentResolver(), Settings.Global.AIRPLANE_MODE_ON, 0) != 0;
    }

    private PowerManager power() {
        return (PowerManager) context.getSystemService(Context.POWER_SERVICE);
    }

    private boolean notificationsShown() {
        return Build.VERSION.SDK_INT < 24 || notificationsShownSince24();
    }

    @TargetApi(24)
    private boolean notificationsShownSince24() {
        NotificationManager manager = (NotificationManager) context.getSystemService(Context.NOTIFICATION_SERVICE);
        return manager.areNotificationsEnabled();
    }

    @TargetApi(28)
    private boolean backgroundRestricted() {
        return ((ActivityManager) context.getSystemService(Context.ACTIVITY_SERVICE)).isBackgroundRestricted();
    }

    @SuppressWarnings("deprecation")
    private boolean online() {
        NetworkInfo network = connectivity().getActiveNetworkInfo();
        return network != null && network.isConnected();
    }

    /** As the protocol names it, or null. */
    @SuppressWarnings("deprecation")
    String network() {
        NetworkInfo network = connectivity().getActiveNetworkInfo();
        if (network == null || !network.isConnected()) {
            return null;
        }
        switch (network.getType()) {
            case ConnectivityManager.TYPE_WIFI:
                return "WIFI";
            case ConnectivityManager.TYPE_MOBILE:
                return "CELLULAR";
            case ConnectivityManager.TYPE_ETHERNET:
                return "ETHERNET";
            default:
                return "OTHER";
        }
    }

    private ConnectivityManager connectivity() {
        return (ConnectivityManager) context.getSystemService(Context.CONNECTIVITY_SERVICE);
    }
}
