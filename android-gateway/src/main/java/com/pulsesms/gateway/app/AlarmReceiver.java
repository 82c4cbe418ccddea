package com.pulsesms.gateway.app;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.os.PowerManager;

/** The alarm rang: the engine looks at once, and the phone stays awake for one heartbeat. */
public final class AlarmReceiver extends BroadcastReceiver {
    private static final long ONE_HEARTBEAT_MILLIS = 10_000;

    @Override
    public void onReceive(Context context, Intent intent) {
        if (GatewayApp.of(context).pairings().pairing() == null) {
            return;
        }
        PowerManager power = (PowerManager) context.getSystemService(Context.POWER_SERVICE);
        power.newWakeLock(PowerManager.PARTIAL_WAKE_LOCK, "pulsesms:heartbeat").acquire(ONE_HEARTBEAT_MILLIS);
        Alarms.setNext(context);
        GatewayService.start(context);
    }
}
