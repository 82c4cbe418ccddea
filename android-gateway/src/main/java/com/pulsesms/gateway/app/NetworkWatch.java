package com.pulsesms.gateway.app;

import android.annotation.TargetApi;
import android.content.Context;
import android.net.ConnectivityManager;
import android.net.Network;
import android.net.NetworkCapabilities;
import android.net.NetworkRequest;
import android.os.Build;
import com.pulsesms.gateway.engine.GatewayEngine;

/** Tells the engine when the network comes back or changes, so that it doesn't wait for a dead connection. */
final class NetworkWatch extends ConnectivityManager.NetworkCallback {
    private final ConnectivityManager manager;
    private final GatewayEngine engine;
    private Network current;
    private boolean lost;

    NetworkWatch(Context context, GatewayEngine engine) {
        this.manager = (ConnectivityManager) context.getSystemService(Context.CONNECTIVITY_SERVICE);
        this.engine = engine;
    }

    void start() {
        if (Build.VERSION.SDK_INT >= 24) {
            startSince24();
        } else {
            NetworkRequest internet = new NetworkRequest.Builder()
                    .addCapability(NetworkCapabilities.NET_CAPABILITY_INTERNET)
                    .build();
            manager.registerNetworkCallback(internet, this);
        }
    }

    @TargetApi(24)
    private void startSince24() {
        manager.registerDefaultNetworkCallback(this);
    }

    void stop() {
        manager.unregisterNetworkCallback(this);
    }

    @Override
    public void onAvailable(Network network) {
        boolean first = current == null && !lost;
        boolean changed = lost || !network.equals(current);
        current = network;
        lost = false;
        if (changed && !first) {
            engine.networkChanged();
        }
    }

    @Override
    public void onLost(Network network) {
        lost = true;
    }
}
