package com.pulsesms.gateway.app;

import android.content.Context;
import android.content.SharedPreferences;
import com.pulsesms.gateway.engine.Pairing;
import java.util.UUID;

/** This installation's pairing, in app-private storage that no backup takes along. */
final class PairingStore {
    private static final String INSTALLATION = "installation";

    private final SharedPreferences preferences;

    PairingStore(Context context) {
        preferences = context.getSharedPreferences("pairing", Context.MODE_PRIVATE);
    }

    /** Made once; on disk before it is used, so that a lost answer can be asked for again. */
    synchronized String installationId() {
        String id = preferences.getString(INSTALLATION, null);
        if (id == null) {
            id = UUID.randomUUID().toString();
            preferences.edit().putString(INSTALLATION, id).commit();
        }
        return id;
    }

    /** @return null when this phone is not paired */
    Pairing pairing() {
        String deviceId = preferences.getString("deviceId", null);
        return deviceId == null
                ? null
                : new Pairing(
                        preferences.getString("server", ""),
                        deviceId,
                        preferences.getString("token", ""),
                        preferences.getString("organizationId", ""),
                        preferences.getString("organizationName", ""),
                        preferences.getInt("heartbeatSeconds", 30),
                        preferences.getInt("pollSeconds", 50));
    }

    /** @return whether it is on disk */
    boolean keep(Pairing pairing) {
        return preferences
                .edit()
                .putString("server", pairing.server())
                .putString("deviceId", pairing.deviceId())
                .putString("token", pairing.token())
                .putString("organizationId", pairing.organizationId())
                .putString("organizationName", pairing.organizationName())
                .putInt("heartbeatSeconds", pairing.heartbeatSeconds())
                .putInt("pollSeconds", pairing.pollSeconds())
                .commit();
    }

    void forget() {
        String installation = installationId();
        preferences.edit().clear().putString(INSTALLATION, installation).commit();
    }
}
