package com.pulsesms.gateway.app;

import android.annotation.TargetApi;
import android.app.Service;
import android.content.Context;
import android.content.Intent;
import android.content.pm.ServiceInfo;
import android.os.Build;
import android.os.Handler;
import android.os.IBinder;
import android.os.Looper;
import android.os.PowerManager;
import com.pulsesms.gateway.engine.GatewayEngine;
import com.pulsesms.gateway.engine.GatewayListener;

/**
 * Keeps the engine running while this phone is paired: in the foreground, over sleep by alarms, and awake only while a
 * message or a report is due.
 */
public final class GatewayService extends Service implements GatewayListener {
    private static final long AWAKE_AT_MOST_MILLIS = 60_000;
    private static final long CALM_MILLIS = 500;

    private final Handler main = new Handler(Looper.getMainLooper());
    private final Runnable showing = this::showState;
    private volatile GatewayEngine engine;
    private NetworkWatch network;
    private PowerManager.WakeLock awake;
    private volatile StatusNotification notification;

    /** Starts it where this phone is paired; does nothing where it runs. */
    static void start(Context context) {
        if (GatewayApp.of(context).pairings().pairing() == null) {
            return;
        }
        Intent intent = new Intent(context, GatewayService.class);
        try {
            if (Build.VERSION.SDK_INT >= 26) {
                startSince26(context, intent);
            } else {
                context.startService(intent);
            }
        } catch (IllegalStateException e) {
            // Newer Androids forbid a start from the background unless battery optimisation is off; the next alarm,
            // boot or look at the app tries again.
            Alarms.setNext(context);
        }
    }

    @TargetApi(26)
    private static void startSince26(Context context, Intent intent) {
        context.startForegroundService(intent);
    }

    static void stop(Context context) {
        context.stopService(new Intent(context, GatewayService.class));
        Alarms.cancel(context);
    }

    @Override
    public void onCreate() {
        super.onCreate();
        notification = new StatusNotification(this);
        goToForeground();
        PowerManager power = (PowerManager) getSystemService(POWER_SERVICE);
        awake = power.newWakeLock(PowerManager.PARTIAL_WAKE_LOCK, "pulsesms:work");
        awake.setReferenceCounted(false);
        work();
    }

    /** Runs the engine of the present pairing, which may be another one than before. */
    private void work() {
        GatewayApp app = GatewayApp.of(this);
        GatewayEngine present = app.engine();
        if (present == null) {
            stopSelf();
            return;
        }
        if (present != engine) {
            stopWatching();
            engine = present;
            app.listen(this);
            network = new NetworkWatch(this, present);
            network.start();
            present.start();
            Alarms.setNext(this);
        }
        present.wake();
    }

    private void stopWatching() {
        if (network != null) {
            network.stop();
            network = null;
        }
    }

    private void goToForeground() {
        if (Build.VERSION.SDK_INT >= 34) {
            goToForegroundSince34();
        } else {
            startForeground(StatusNotification.ID, notification.of(null));
        }
    }

    @TargetApi(34)
    private void goToForegroundSince34() {
        startForeground(StatusNotification.ID, notification.of(null), ServiceInfo.FOREGROUND_SERVICE_TYPE_SPECIAL_USE);
    }

    @Override
    public int onStartCommand(Intent intent, int flags, int startId) {
        work();
        return START_STICKY;
    }

    @Override
    public void changed() {
        if (engine.busy()) {
            awake.acquire(AWAKE_AT_MOST_MILLIS);
        } else if (awake.isHeld()) {
            awake.release();
        }
        main.removeCallbacks(showing);
        main.postDelayed(showing, CALM_MILLIS);
    }

    private void showState() {
        notification.show(engine);
    }

    @Override
    public void ended() {
        stop(this);
    }

    @Override
    public void onDestroy() {
        GatewayApp app = GatewayApp.of(this);
        app.unlisten(this);
        main.removeCallbacksAndMessages(null);
        stopWatching();
        // The engine lives as long as its process or its pairing; a service that is made again finds it at work.
        if (awake != null && awake.isHeld()) {
            awake.release();
        }
        super.onDestroy();
    }

    @Override
    public IBinder onBind(Intent intent) {
        return null;
    }
}
