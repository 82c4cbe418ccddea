package com.pulsesms.gateway.app;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;

/** Goes on after the phone was started or the app was updated. */
public final class BootReceiver extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        String action = intent.getAction();
        if (Intent.ACTION_BOOT_COMPLETED.equals(action) || Intent.ACTION_MY_PACKAGE_REPLACED.equals(action)) {
            GatewayService.start(context);
        }
    }
}
