package com.pulsesms.gateway.simulator;

import com.pulsesms.gateway.engine.ServerRefused;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;

/** Runs a simulated phone from the command line until it is killed or removed on the server. */
public final class SimulatorMain {
    private static final String USAGE = String.join(
            System.lineSeparator(),
            "A simulated phone for a PulseSMS server.",
            "",
            "  java -jar pulsesms-simulator.jar 'pulsesms://pair?server=…&code=…' [options]",
            "  java -jar pulsesms-simulator.jar --state DIR [options]        (paired before)",
            "",
            "  --state DIR              keep pairing and outbox there over restarts",
            "  --radio-log FILE         append what left the radio, one JSON line per message",
            "  --delay MILLIS           until the radio has sent (0)",
            "  --delivery-delay MILLIS  until the network has delivered (0)",
            "  --failure-rate RATE      share that fails to be sent, 0 to 1 (0)",
            "  --undelivered-rate RATE  share of the sent that the network gives up on (0)",
            "  --delivery-rate RATE     share of the sent that is confirmed as delivered (1)",
            "  --seed NUMBER            makes the rates repeatable (1)",
            "  --model NAME             what the server shows (Simulated phone)",
            "  --die-at STEP[:PASS]     halt there: after-claim, after-outbox-write, after-accept-call,",
            "                           after-accept, before-mark-sending, after-mark-sending, after-radio,",
            "                           before-result, after-result, before-report, after-report-call,",
            "                           after-confirm");

    private final SimulatorOptions options = new SimulatorOptions();
    private boolean stateKept;
    private String link;

    private SimulatorMain() {}

    public static void main(String[] args) throws Exception {
        SimulatorMain simulator = new SimulatorMain();
        try {
            simulator.read(Arrays.asList(args).iterator());
            simulator.run();
        } catch (IllegalArgumentException e) {
            exit(2, e.getMessage() + System.lineSeparator() + System.lineSeparator() + USAGE);
        } catch (ServerRefused e) {
            exit(1, "The server refused: " + e.code() + " (" + e.status() + ")");
        } catch (IOException e) {
            exit(1, "Can't reach the server: " + e.getMessage());
        }
    }

    private void read(Iterator<String> args) {
        while (args.hasNext()) {
            String name = args.next();
            if (name.startsWith("pulsesms:")) {
                link = name;
            } else if (args.hasNext()) {
                set(name, args.next());
            } else {
                throw new IllegalArgumentException("What is " + name + "?");
            }
        }
        if (link == null && !stateKept) {
            throw new IllegalArgumentException("A pairing text or --state is needed");
        }
    }

    private void set(String name, String value) {
        switch (name) {
            case "--state":
                options.stateDirectory(new File(value));
                stateKept = true;
                break;
            case "--radio-log":
                options.radioLog(new File(value));
                break;
            case "--delay":
                options.delayMillis(Long.parseLong(value));
                break;
            case "--delivery-delay":
                options.deliveryDelayMillis(Long.parseLong(value));
                break;
            case "--failure-rate":
                options.failureRate(Double.parseDouble(value));
                break;
            case "--undelivered-rate":
                options.undeliveredRate(Double.parseDouble(value));
                break;
            case "--delivery-rate":
                options.deliveryRate(Double.parseDouble(value));
                break;
            case "--seed":
                options.seed(Long.parseLong(value));
                break;
            case "--model":
                options.model(value);
                break;
            case "--die-at":
                options.dieAt(value);
                break;
            default:
                throw new IllegalArgumentException("What is " + name + "?");
        }
    }

    private void run() throws IOException, ServerRefused, InterruptedException {
        try (SimulatedPhone phone =
                link == null ? SimulatedPhone.resume(options) : SimulatedPhone.pair(link, options)) {
            say("Paired with " + phone.pairing().organizationName() + " as device "
                    + phone.pairing().deviceId());
            phone.start();
            phone.awaitEnd();
            say("The server removed this phone");
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static void exit(int code, String message) {
        System.err.println(message);
        System.exit(code);
    }
}
