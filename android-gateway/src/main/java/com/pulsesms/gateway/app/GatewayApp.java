package com.pulsesms.gateway.app;

import android.app.Application;
import android.content.Context;
import com.pulsesms.gateway.engine.GatewayEngine;
import com.pulsesms.gateway.engine.GatewayListener;
import com.pulsesms.gateway.engine.Http;
import com.pulsesms.gateway.engine.Outbox;
import com.pulsesms.gateway.engine.Pairing;
import com.pulsesms.gateway.engine.PartResult;
import com.pulsesms.gateway.engine.Ports;
import com.pulsesms.gateway.engine.UrlHttp;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What lives as long as the process: at most one engine, on at most one outbox. */
public class GatewayApp extends Application {
    private final Set<GatewayListener> listeners = new CopyOnWriteArraySet<GatewayListener>();
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final ExecutorService network = Executors.newSingleThreadExecutor();
    private PairingStore pairings;
    private SimCards sims;
    private Outbox outbox;
    private GatewayEngine engine;

    static GatewayApp of(Context context) {
        return (GatewayApp) context.getApplicationContext();
    }

    @Override
    public void onCreate() {
        super.onCreate();
        pairings = new PairingStore(this);
        sims = new SimCards(this);
    }

    PairingStore pairings() {
        return pairings;
    }

    SimCards sims() {
        return sims;
    }

    AndroidPhone phone() {
        return new AndroidPhone(this, sims);
    }

    Doctor doctor() {
        return new Doctor(this, sims);
    }

    Http http() {
        return new UrlHttp("PulseSMS-Gateway/" + AppVersion.NAME + " Android");
    }

    SmsManagerWrapper sms() {
        return new SmsManagerWrapper(this, sims);
    }

    /** For what waits for a server, so that the radio's answers don't have to. */
    void onNetwork(Runnable work) {
        network.execute(work);
    }

    /** For short work on the outbox. */
    void inBackground(Runnable work) {
        background.execute(work);
    }

    /** The engine of the present pairing, made when first asked for; null when this phone is not paired. */
    synchronized GatewayEngine engine() {
        Pairing pairing = pairings.pairing();
        if (engine == null && pairing != null) {
            outbox = new SqliteOutbox(this, pairing.deviceId());
            Ports ports = new Ports(outbox, http(), new AndroidRadio(this, sms()), phone(), new AndroidClock(this));
            engine = new GatewayEngine(pairing, ports, new Listener());
        }
        return engine;
    }

    /** A new pairing takes the place of the former one; its outbox goes on when the device is the same. */
    synchronized void paired(Pairing pairing) {
        closeEngine();
        pairings.keep(pairing);
    }

    /** The server knows this phone no longer, or a person left it. */
    synchronized void forgetPairing() {
        closeEngine();
        pairings.forget();
    }

    /** What the end of the process would do. */
    synchronized void closeEngine() {
        if (engine != null) {
            engine.close();
            outbox.close();
            engine = null;
            outbox = null;
        }
    }

    void heard(PartResult result) {
        TestMessage.heard(result);
        GatewayEngine current = engine();
        if (current != null) {
            current.heard(Collections.singletonList(result));
        }
    }

    void listen(GatewayListener listener) {
        listeners.add(listener);
    }

    void unlisten(GatewayListener listener) {
        listeners.remove(listener);
    }

    private final class Listener implements GatewayListener {
        @Override
        public void changed() {
            for (GatewayListener each : listeners) {
                each.changed();
            }
        }

        @Override
        public void ended() {
            // Called from the engine's own thread, which can't wait for its own end.
            inBackground(new Runnable() {
                @Override
                public void run() {
                    forgetPairing();
                    for (GatewayListener each : listeners) {
                        each.ended();
                    }
                }
            });
        }
    }
}
