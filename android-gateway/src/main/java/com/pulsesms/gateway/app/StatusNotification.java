package com.pulsesms.gateway.app;

import android.annotation.TargetApi;
import android.app.Notification;
import android.app.NotificationChannel;
import android.app.NotificationManager;
import android.app.PendingIntent;
import android.content.Context;
import android.content.Intent;
import android.os.Build;
import com.pulsesms.gateway.R;
import com.pulsesms.gateway.engine.GatewayEngine;

/** The quiet notification that says that this phone is a gateway, and how it is doing. */
final class StatusNotification {
    static final int ID = 1;

    private static final String CHANNEL = "status";

    private final Context context;
    private String shown;

    StatusNotification(Context context) {
        this.context = context;
    }

    /** @param engine null while it is not known */
    Notification of(GatewayEngine engine) {
        shown = text(engine);
        Notification.Builder builder = Build.VERSION.SDK_INT >= 26 ? builderSince26() : builderBefore26();
        return builder.setSmallIcon(R.drawable.ic_status)
                .setColor(context.getColor(R.color.brand))
                .setContentTitle(context.getString(R.string.app_name))
                .setContentText(shown)
                .setContentIntent(toApp())
                .setShowWhen(false)
                .setOngoing(true)
                .build();
    }

    private PendingIntent toApp() {
        return PendingIntent.getActivity(
                context, 0, new Intent(context, MainActivity.class), PendingIntent.FLAG_IMMUTABLE);
    }

    void show(GatewayEngine engine) {
        if (!text(engine).equals(shown)) {
            manager().notify(ID, of(engine));
        }
    }

    private String text(GatewayEngine engine) {
        return engine == null
                ? context.getString(R.string.state_connecting)
                : context.getString(
                        Health.of(engine, GatewayApp.of(context).doctor()).title());
    }

    @TargetApi(26)
    private Notification.Builder builderSince26() {
        String name = context.getString(R.string.channel_status);
        manager().createNotificationChannel(new NotificationChannel(CHANNEL, name, NotificationManager.IMPORTANCE_LOW));
        return new Notification.Builder(context, CHANNEL);
    }

    @SuppressWarnings("deprecation")
    private Notification.Builder builderBefore26() {
        return new Notification.Builder(context).setPriority(Notification.PRIORITY_LOW);
    }

    private NotificationManager manager() {
        return (NotificationManager) context.getSystemService(Context.NOTIFICATION_SERVICE);
    }
}
