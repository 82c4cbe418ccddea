package com.pulsesms.gateway.app;

import android.Manifest;
import android.content.Context;
import android.content.pm.PackageManager;
import android.os.Build;
import java.util.ArrayList;
import java.util.List;

/** What a person has to grant. */
final class Permissions {
    private Permissions() {}

    static boolean granted(Context context, String permission) {
        return context.checkSelfPermission(permission) == PackageManager.PERMISSION_GRANTED;
    }

    static boolean sendSms(Context context) {
        return granted(context, Manifest.permission.SEND_SMS);
    }

    static boolean readPhone(Context context) {
        return granted(context, Manifest.permission.READ_PHONE_STATE);
    }

    /** Notifications need no permission before Android 13. */
    static boolean notifications(Context context) {
        return Build.VERSION.SDK_INT < 33 || granted(context, "android.permission.POST_NOTIFICATIONS");
    }

    /** What is needed to work as a gateway and not granted yet. */
    static String[] missing(Context context) {
        List<String> missing = new ArrayList<String>();
        if (!sendSms(context)) {
            missing.add(Manifest.permission.SEND_SMS);
        }
        if (!readPhone(context)) {
            missing.add(Manifest.permission.READ_PHONE_STATE);
        }
        if (Build.VERSION.SDK_INT >= 26 && !granted(context, "android.permission.READ_PHONE_NUMBERS")) {
            missing.add("android.permission.READ_PHONE_NUMBERS");
        }
        if (!notifications(context)) {
            missing.add("android.permission.POST_NOTIFICATIONS");
        }
        return missing.toArray(new String[0]);
    }
}
