package com.pulsesms.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The main job, over HTTP against the packaged server: a CSV file becomes messages that leave three phones. */
class CampaignIT {
    @TempDir
    private Path folder;

    static Stream<Installation> installations() {
        return Installation.tried();
    }

    @ParameterizedTest
    @MethodSource("installations")
    void reachesEveryContactOfTheFileExactlyOnce(Installation installation) throws Exception {
        try (var running = installation.start(folder);
                var scenario = CampaignScenario.prepare(running.server(), folder)) {

            scenario.start();
            var outcome = scenario.awaitCompletion();

            System.out.println(installation + ": " + outcome.byStatus());
            outcome.hasSentNothingTwice();
            outcome.hasLostNothing(CampaignScenario.CONTACTS);
            outcome.countsWhatIsThere();
            assertThat(outcome.byStatus()).containsOnlyKeys("DELIVERED");
            assertThat(outcome.left())
                    .hasSize(CampaignScenario.CONTACTS)
                    .extracting(line -> line.getString("text", ""))
                    .contains("Hi " + CustomersCsv.name(7) + ", see you in Springfield; 7!");
            assertThat(scenario.phones())
                    .allSatisfy(phone -> assertThat(phone.left()).isNotEmpty());
        }
    }
}
