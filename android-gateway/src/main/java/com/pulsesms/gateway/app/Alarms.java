package com.pulsesms.gateway.app;

import android.app.AlarmManager;
import android.app.PendingIntent;
import android.content.Context;
import android.content.Intent;
import android.os.SystemClock;

/** Wakes a sleeping phone for its heartbeat; the system stretches the alarms in deep sleep. */
final class Alarms {
    static final long EVERY_MILLIS = 60_000;

    private Alarms() {}

    static void setNext(Context context) {
        manager(context)
                .setAndAllowWhileIdle(
                        AlarmManager.ELAPSED_REALTIME_WAKEUP,
                        SystemClock.elapsedRealtime() + EVERY_MILLIS,
                        intent(context));
    }

    static void cancel(Context context) {
        manager(context).cancel(intent(context));
    }

    private static AlarmManager manager(Context context) {
        return (AlarmManager) context.getSystemService(Context.ALARM_SERVICE);
    }

    private static PendingIntent intent(Context context) {
        return PendingIntent.getBroadcast(
                context, 0, new Intent(context, AlarmReceiver.class), PendingIntent.FLAG_IMMUTABLE);
    }
}
