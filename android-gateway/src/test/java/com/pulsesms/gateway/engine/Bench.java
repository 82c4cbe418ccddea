package com.pulsesms.gateway.engine;

import com.pulsesms.gateway.simulator.MemoryOutbox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** An engine on a work bench: virtual time, a radio that records, a server in memory, all stepped by hand. */
final class Bench implements Clock, Phone {
    static final String OK = "OK";
    static final String SILENT = "SILENT";

    final ModelServer server = new ModelServer();
    Outbox outbox;
    final List<String> radioed = new ArrayList<>();
    final List<Long> radioedAt = new ArrayList<>();
    final List<Integer> radioedSims = new ArrayList<>();
    final List<PartResult> news = new ArrayList<>();
    final List<Departure> tries = new ArrayList<>();
    GatewayEngine engine;
    long wall = 1_700_000_000_000L;
    long elapsed = 50_000;
    String boot = "boot-1";
    String radioSays = OK;
    boolean network = true;
    boolean resultsOutliveProcess;
    String cannotSend;
    List<Integer> chosen = new ArrayList<>();
    List<Sim> sims = new ArrayList<>(Collections.singletonList(new Sim(0, 1, "Carrier", null)));
    Steps steps = Steps.UNWATCHED;
    int ended;

    Bench() {
        this(new MemoryOutbox());
    }

    Bench(Outbox outbox) {
        this.outbox = outbox;
        restart();
    }

    /** What a new process finds. */
    Bench restart() {
        Pairing pairing = new Pairing("http://server", "device-1", ModelServer.TOKEN, "org-1", "Acme", 30, 0);
        Ports ports = new Ports(outbox, new DirectHttp(), new RecordingRadio(), this, this)
                .randomness(() -> 0.5)
                .steps(step -> steps.passed(step));
        news.clear();
        engine = new GatewayEngine(pairing, ports, new GatewayListener() {
            @Override
            public void changed() {}

            @Override
            public void ended() {
                ended++;
            }
        });
        return this;
    }

    /** A new process that opens the outbox again: it finds what is on the disk, and nothing else. */
    Bench restart(Supplier<Outbox> opening) {
        outbox.close();
        outbox = opening.get();
        return restart();
    }

    Bench reboot() {
        boot = boot + "'";
        elapsed = 1_000;
        return restart();
    }

    /** Heartbeat, poll and send once each, then the radio's answers. */
    Bench round() {
        engine.heart().step();
        engine.poller().step();
        while (engine.sender().step() == 0) {
            answerRadio();
        }
        answerRadio();
        engine.heart().step();
        return this;
    }

    Bench rounds(int count) {
        for (int i = 0; i < count; i++) {
            round();
            pass(1_000);
        }
        return this;
    }

    void answerRadio() {
        if (!news.isEmpty()) {
            List<PartResult> now = new ArrayList<>(news);
            news.clear();
            engine.heard(now);
        }
    }

    Bench pass(long millis) {
        wall += millis;
        elapsed += millis;
        return this;
    }

    Bench passMinutes(int minutes) {
        return pass(minutes * 60_000L);
    }

    @Override
    public long wallMillis() {
        return wall;
    }

    @Override
    public long elapsedMillis() {
        return elapsed;
    }

    @Override
    public String boot() {
        return boot;
    }

    @Override
    public PhoneState state() {
        Map<String, Boolean> permissions = new TreeMap<>();
        permissions.put("SEND_SMS", cannotSend == null);
        return new PhoneState(80, false, "WIFI", cannotSend, permissions, sims, "0.1.0");
    }

    @Override
    public List<Integer> chosenSims() {
        return chosen;
    }

    void twoSims() {
        sims = Arrays.asList(new Sim(0, 1, "One", null), new Sim(1, 2, "Two", null));
        chosen = Arrays.asList(1, 2);
    }

    private final class DirectHttp implements Http {
        @Override
        public HttpAnswer call(String method, String url, String token, String body, int timeoutMillis)
                throws IOException {
            if (!network) {
                throw new IOException("No network");
            }
            return server.answer(method, url.substring("http://server".length()), token, body);
        }

        @Override
        public void abort() {}
    }

    private final class RecordingRadio implements Radio {
        @Override
        public int parts(String text) {
            return 1 + text.length() / 160;
        }

        @Override
        public void send(Claim claim, int attempt, Message message, int sim) throws RadioRefused {
            tries.add(new Departure(new Moment(wall, elapsed, boot), parts(message.text()), sim));
            if (radioSays.startsWith("REFUSED ")) {
                throw new RadioRefused(radioSays.substring(8));
            }
            if (radioSays.equals("BROKEN")) {
                throw new IllegalStateException("The radio broke");
            }
            boolean leaves = radioSays.equals(OK) || radioSays.equals(SILENT);
            if (leaves) {
                radioed.add(claim.toString());
                radioedAt.add(elapsed);
                radioedSims.add(sim);
            }
            for (int part = 0; part < parts(message.text()) && !radioSays.equals(SILENT); part++) {
                news.add(
                        leaves
                                ? PartResult.sent(claim, attempt, part)
                                : PartResult.failed(claim, attempt, part, radioSays));
            }
        }

        @Override
        public boolean resultsOutliveProcess() {
            return resultsOutliveProcess;
        }
    }
}
