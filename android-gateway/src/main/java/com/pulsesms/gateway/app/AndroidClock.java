package com.pulsesms.gateway.app;

import android.annotation.TargetApi;
import android.content.Context;
import android.os.Build;
import android.os.SystemClock;
import android.provider.Settings;
import com.pulsesms.gateway.engine.Clock;
import java.io.BufferedReader;
import java.io.FileReader;
import java.io.IOException;

/** The phone's clocks; the elapsed one goes on in deep sleep. */
final class AndroidClock implements Clock {
    private final String boot;

    AndroidClock(Context context) {
        boot = Build.VERSION.SDK_INT >= 24 ? bootCount(context) : kernelsBootId();
    }

    @TargetApi(24)
    private static String bootCount(Context context) {
        return "boot " + Settings.Global.getInt(context.getContentResolver(), Settings.Global.BOOT_COUNT, 0);
    }

    private static String kernelsBootId() {
        try (BufferedReader reader = new BufferedReader(new FileReader("/proc/sys/kernel/random/boot_id"))) {
            return reader.readLine();
        } catch (IOException e) {
            // Not readable on every phone: then the time of the boot has to do, to the nearest minutes.
            return "since " + (System.currentTimeMillis() - SystemClock.elapsedRealtime()) / 600_000;
        }
    }

    @Override
    public long wallMillis() {
        return System.currentTimeMillis();
    }

    @Override
    public long elapsedMillis() {
        return SystemClock.elapsedRealtime();
    }

    @Override
    public String boot() {
        return boot;
    }
}
