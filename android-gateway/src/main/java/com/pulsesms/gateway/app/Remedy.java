package com.pulsesms.gateway.app;

import android.Manifest;
import android.content.Context;
import android.content.Intent;
import android.net.Uri;
import android.os.Build;
import android.provider.Settings;
import com.pulsesms.gateway.R;
import java.util.ArrayList;
import java.util.List;

/** What a finding is called, and where it is put right. */
enum Remedy {
    SEND_SMS(R.string.check_send_sms, R.string.check_send_sms_hint, Manifest.permission.SEND_SMS),
    PHONE_STATE(
            R.string.check_phone_state,
            R.string.check_phone_state_hint,
            Manifest.permission.READ_PHONE_STATE,
            "android.permission.READ_PHONE_NUMBERS"),
    SIM(R.string.check_sim, R.string.check_sim_hint),
    AIRPLANE_MODE(R.string.check_airplane_mode, R.string.check_airplane_mode_hint),
    DEFAULT_SIM(R.string.check_default_sim, R.string.check_default_sim_hint),
    NOTIFICATIONS(
            R.string.check_notifications, R.string.check_notifications_hint, "android.permission.POST_NOTIFICATIONS"),
    BATTERY(R.string.check_battery, R.string.check_battery_hint),
    BACKGROUND(R.string.check_background, R.string.check_background_hint),
    NETWORK(R.string.check_network, R.string.check_network_hint);

    private final int title;
    private final int hint;
    private final String[] permissions;

    Remedy(int title, int hint, String... permissions) {
        this.title = title;
        this.hint = hint;
        this.permissions = permissions;
    }

    static Remedy of(Finding finding) {
        return valueOf(finding.name());
    }

    int title() {
        return title;
    }

    int hint() {
        return hint;
    }

    /** What to ask the person for, as far as this Android knows it. */
    String[] permissions() {
        if (this == NOTIFICATIONS && Build.VERSION.SDK_INT < 33) {
            return new String[0];
        }
        boolean tooNew = this == PHONE_STATE && Build.VERSION.SDK_INT < 26;
        return tooNew ? new String[] {permissions[0]} : permissions.clone();
    }

    /** Settings screens that help, the best one first. */
    List<Intent> settings(Context context) {
        List<Intent> screens = new ArrayList<Intent>();
        Uri app = Uri.fromParts("package", context.getPackageName(), null);
        switch (this) {
            case AIRPLANE_MODE:
                screens.add(new Intent(Settings.ACTION_AIRPLANE_MODE_SETTINGS));
                break;
            case SIM:
            case NETWORK:
                screens.add(new Intent(Settings.ACTION_WIRELESS_SETTINGS));
                break;
            case DEFAULT_SIM:
                screens.add(new Intent(context, SimsActivity.class));
                break;
            case NOTIFICATIONS:
                screens.add(new Intent("android.settings.APP_NOTIFICATION_SETTINGS")
                        .putExtra("android.provider.extra.APP_PACKAGE", context.getPackageName()));
                break;
            case BATTERY:
                screens.add(new Intent(Settings.ACTION_REQUEST_IGNORE_BATTERY_OPTIMIZATIONS, app));
                screens.add(new Intent(Settings.ACTION_IGNORE_BATTERY_OPTIMIZATION_SETTINGS));
                break;
            default:
                break;
        }
        screens.add(new Intent(Settings.ACTION_APPLICATION_DETAILS_SETTINGS, app));
        screens.add(new Intent(Settings.ACTION_SETTINGS));
        return screens;
    }
}
