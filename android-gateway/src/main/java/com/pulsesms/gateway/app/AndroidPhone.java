package com.pulsesms.gateway.app;

import android.content.Context;
import android.content.Intent;
import android.content.IntentFilter;
import android.os.BatteryManager;
import android.os.Build;
import com.pulsesms.gateway.engine.DeviceInfo;
import com.pulsesms.gateway.engine.Phone;
import com.pulsesms.gateway.engine.PhoneState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** This phone, as the engine and the server see it. */
final class AndroidPhone implements Phone {
    private final Context context;
    private final SimCards sims;
    private final Doctor doctor;

    AndroidPhone(Context context, SimCards sims) {
        this.context = context;
        this.sims = sims;
        this.doctor = new Doctor(context, sims);
    }

    @Override
    public PhoneState state() {
        Intent battery = context.registerReceiver(null, new IntentFilter(Intent.ACTION_BATTERY_CHANGED));
        Map<String, Boolean> health = new TreeMap<String, Boolean>();
        for (Map.Entry<Finding, Boolean> each : doctor.examine().entrySet()) {
            health.put(each.getKey().name(), each.getValue());
        }
        return new PhoneState(
                percent(battery),
                battery == null ? null : battery.getIntExtra(BatteryManager.EXTRA_PLUGGED, 0) != 0,
                doctor.network(),
                doctor.cannotSend(),
                health,
                sims.present(),
                AppVersion.NAME);
    }

    private static Integer percent(Intent battery) {
        int level = battery == null ? -1 : battery.getIntExtra(BatteryManager.EXTRA_LEVEL, -1);
        int scale = battery == null ? 0 : battery.getIntExtra(BatteryManager.EXTRA_SCALE, 100);
        return level < 0 || scale <= 0 ? null : Integer.valueOf(level * 100 / scale);
    }

    @Override
    public List<Integer> chosenSims() {
        return sims.chosen();
    }

    DeviceInfo info(String installationId) {
        return new DeviceInfo(installationId, Build.MANUFACTURER, Build.MODEL, Build.VERSION.RELEASE, AppVersion.NAME);
    }
}
