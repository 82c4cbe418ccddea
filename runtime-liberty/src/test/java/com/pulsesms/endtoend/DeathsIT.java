package com.pulsesms.endtoend;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The main job while processes are killed in its middle: nothing is lost, nothing is sent twice. */
class DeathsIT {
    /** Slow enough that deaths come in the middle of something. */
    private static final String[] RADIO = {"--delay", "30", "--delivery-delay", "100"};

    @TempDir
    private Path folder;

    static Stream<Installation> installations() {
        return Installation.databases();
    }

    @ParameterizedTest
    @MethodSource("installations")
    void losesNothingAndSendsNothingTwiceThroughThreeServerAndTwoPhoneDeaths(Installation installation)
            throws Exception {
        try (var running = installation.start(folder);
                var scenario = CampaignScenario.prepare(running.server(), folder, RADIO)) {
            scenario.start();
            scenario.awaitDepartures(200);
            kill(running);
            scenario.awaitDepartures(600);
            kill(scenario.phones().get(0));
            scenario.awaitDepartures(900);
            kill(running);
            scenario.awaitDepartures(1_200);
            kill(scenario.phones().get(1));
            scenario.awaitDepartures(1_500);
            kill(running);
            var outcome = scenario.awaitCompletion();

            System.out.println(installation + ": " + outcome.byStatus() + ", left the radios: "
                    + outcome.left().size());
            outcome.hasSentNothingTwice();
            outcome.hasLostNothing(CampaignScenario.CONTACTS);
            outcome.countsWhatIsThere();
            outcome.isUnknownOnlyWhereAPhoneDied();
        }
    }

    private static void kill(Installation.Running running) throws Exception {
        running.server().kill();
        running.server().start();
    }

    private static void kill(PhoneProcess phone) throws Exception {
        phone.kill();
        phone.resume(RADIO);
    }
}
