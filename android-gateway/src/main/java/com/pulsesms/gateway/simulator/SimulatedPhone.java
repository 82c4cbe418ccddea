package com.pulsesms.gateway.simulator;

import com.pulsesms.gateway.engine.DeviceInfo;
import com.pulsesms.gateway.engine.GatewayEngine;
import com.pulsesms.gateway.engine.GatewayListener;
import com.pulsesms.gateway.engine.GatewayServer;
import com.pulsesms.gateway.engine.Outbox;
import com.pulsesms.gateway.engine.Pairing;
import com.pulsesms.gateway.engine.PairingLink;
import com.pulsesms.gateway.engine.Phone;
import com.pulsesms.gateway.engine.PhoneState;
import com.pulsesms.gateway.engine.Ports;
import com.pulsesms.gateway.engine.ServerRefused;
import com.pulsesms.gateway.engine.Sim;
import com.pulsesms.gateway.engine.Steps;
import com.pulsesms.gateway.engine.UrlHttp;
import java.io.Closeable;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A phone in this JVM, for tests and for trying out. Get one by {@link #pair} or {@link #resume}, then {@link #start} it;
 * {@link #close} it like a phone that is switched off.
 */
public final class SimulatedPhone implements Closeable {
    private static final String VERSION = "0.1.0";
    private static final List<Sim> SIMS = Collections.singletonList(new Sim(0, 1, "Simulated carrier", "+15555550100"));

    private final Pairing pairing;
    private final Outbox outbox;
    private final RadioLog radioLog;
    private final SimulatedRadio radio;
    private final GatewayEngine engine;
    private final CountDownLatch ended = new CountDownLatch(1);

    private SimulatedPhone(PhoneFolder folder, SimulatorOptions options) throws IOException {
        pairing = folder.pairing();
        outbox = folder.outbox();
        radioLog = new RadioLog(options.radioLog());
        radio = new SimulatedRadio(options, radioLog);
        Steps steps = options.dieAt() == null ? Steps.UNWATCHED : CrashPoint.parse(options.dieAt());
        Ports ports =
                new Ports(outbox, new UrlHttp("PulseSMS-Simulator/" + VERSION), radio, new Device(), new JvmClock());
        engine = new GatewayEngine(pairing, ports.steps(steps), new Listener());
    }

    /** Pairs a phone that sends and delivers everything at once and keeps nothing. */
    public static SimulatedPhone pair(String server, String code) throws IOException, ServerRefused {
        return pair(new PairingLink(server, code), new SimulatorOptions());
    }

    /** @param qrText what the pairing QR holds, {@code pulsesms://pair?server=…&code=…} */
    public static SimulatedPhone pair(String qrText, SimulatorOptions options) throws IOException, ServerRefused {
        return pair(PairingLink.parse(qrText), options);
    }

    public static SimulatedPhone pair(PairingLink link, SimulatorOptions options) throws IOException, ServerRefused {
        PhoneFolder folder = new PhoneFolder(options.stateDirectory());
        String release = System.getProperty("java.version");
        DeviceInfo device = new DeviceInfo(folder.installationId(), "PulseSMS", options.model(), release, VERSION);
        folder.paired(GatewayServer.pair(new UrlHttp("PulseSMS-Simulator/" + VERSION), link, device, SIMS));
        return new SimulatedPhone(folder, options);
    }

    /** The phone that was paired before in this state directory. */
    public static SimulatedPhone resume(SimulatorOptions options) throws IOException {
        PhoneFolder folder = new PhoneFolder(options.stateDirectory());
        if (folder.pairing() == null) {
            throw new IllegalStateException("This phone is not paired yet");
        }
        return new SimulatedPhone(folder, options);
    }

    public SimulatedPhone start() {
        radio.start(engine);
        engine.start();
        return this;
    }

    public Pairing pairing() {
        return pairing;
    }

    public GatewayEngine engine() {
        return engine;
    }

    /** What left the radio of this process so far: one JSON object per message. */
    public List<String> left() {
        return radioLog.lines();
    }

    /** Waits until the server has removed this phone and taken its last report. */
    public void awaitEnd() throws InterruptedException {
        ended.await();
    }

    @Override
    public void close() throws IOException {
        engine.close();
        radio.close();
        outbox.close();
    }

    private final class Listener implements GatewayListener {
        @Override
        public void changed() {}

        @Override
        public void ended() {
            ended.countDown();
        }
    }

    private static final class Device implements Phone {
        @Override
        public PhoneState state() {
            return new PhoneState(100, true, "OTHER", null, Collections.singletonMap("SEND_SMS", true), SIMS, VERSION);
        }

        @Override
        public List<Integer> chosenSims() {
            return Collections.singletonList(1);
        }
    }
}
