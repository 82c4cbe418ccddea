package com.pulsesms.gateway.app;

import android.content.Context;
import android.content.SharedPreferences;

/** Which permissions were asked for before. */
final class Asked {
    private Asked() {}

    static void remember(Context context, String[] permissions) {
        SharedPreferences.Editor editor = preferences(context).edit();
        for (String permission : permissions) {
            editor.putBoolean(permission, true);
        }
        editor.apply();
    }

    static boolean before(Context context, String permission) {
        return preferences(context).getBoolean(permission, false);
    }

    private static SharedPreferences preferences(Context context) {
        return context.getSharedPreferences("asked", Context.MODE_PRIVATE);
    }
}
