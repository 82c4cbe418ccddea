package com.pulsesms.core.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.PhoneNumber;
import com.pulsesms.core.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OptOutsTest {
    private static final Instant EARLIER = Instant.parse("2025-12-24T18:00:00Z");

    private final Workspace workspace = new Workspace();
    private final OptOuts optOuts = workspace.optOuts;

    private List<OptOut> all() {
        return optOuts.page(workspace.actor, PageRequest.first(PageRequest.MAX_LIMIT))
                .items();
    }

    private ImportReport imported(String csv, ImportOptions options) {
        var file = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
        return workspace.optOutImport.run(workspace.actor, file, options);
    }

    private ImportReport imported(String csv) {
        return imported(csv, ImportOptions.GUESSED);
    }

    @Test
    void addSeveralNumbersWithAReasonAndATime() {
        var draft = new OptOuts.Draft(
                List.of("064 123 45 67", "+381641234568"), Optional.of(" Replied STOP "), Optional.of(EARLIER));

        var added = optOuts.add(workspace.actor, draft);

        assertThat(added).extracting(optOut -> optOut.phone().e164()).containsExactly("+381641234567", "+381641234568");
        assertThat(added).allSatisfy(optOut -> {
            assertThat(optOut.reason()).contains("Replied STOP");
            assertThat(optOut.at()).isEqualTo(EARLIER);
            assertThat(optOuts.find(workspace.actor, optOut.id())).isEqualTo(optOut);
        });
    }

    @Test
    void answerTheSameWhenANumberIsAddedAgain() {
        var first = optOuts.add(workspace.actor, OptOuts.Draft.of("0641234567"));

        var again = optOuts.add(workspace.actor, OptOuts.Draft.of("+381 64 123 4567", "0641234567"));

        assertThat(again).isEqualTo(first);
        assertThat(all()).hasSize(1);
    }

    @Test
    void addNothingIfOneNumberIsNotRight() {
        assertThatThrownBy(() -> optOuts.add(workspace.actor, OptOuts.Draft.of("0641234567", "12")))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refused -> assertThat(refused.errors()).singleElement().satisfies(error -> {
                            assertThat(error.field()).isEqualTo("phones");
                            assertThat(error.message()).startsWith("12: ");
                        }));
        assertThat(all()).isEmpty();
    }

    @Test
    void refuseNoNumbersTooManyAndATimeToCome() {
        var tooMany = Collections.nCopies(OptOuts.MAX_AT_ONCE + 1, "0641234567");
        var tomorrow = Optional.of(ContactFixtures.NOW.plusSeconds(86_400));

        refuses("phones", new OptOuts.Draft(List.of(), Optional.empty(), Optional.empty()));
        refuses("phones", new OptOuts.Draft(tooMany, Optional.empty(), Optional.empty()));
        refuses("at", new OptOuts.Draft(List.of("0641234567"), Optional.empty(), tomorrow));
        refuses("reason", new OptOuts.Draft(List.of("0641234567"), Optional.of("x".repeat(201)), Optional.empty()));
    }

    private void refuses(String field, OptOuts.Draft draft) {
        assertThatThrownBy(() -> optOuts.add(workspace.actor, draft))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refused ->
                                assertThat(refused.errors()).extracting("field").containsExactly(field));
    }

    @Test
    void areFoundByTheirNumberHoweverItIsTyped() {
        var added = optOuts.add(workspace.actor, OptOuts.Draft.of("0641234567")).get(0);

        assertThat(optOuts.search(workspace.actor, "064/123-45-67")).contains(added);
        assertThat(optOuts.search(workspace.actor, "0641234568")).isEmpty();
        assertThatThrownBy(() -> optOuts.search(workspace.actor, "12")).isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void areTakenBack() {
        var added = optOuts.add(workspace.actor, OptOuts.Draft.of("0641234567")).get(0);

        optOuts.remove(workspace.actor, added.id());

        assertThat(all()).isEmpty();
        assertThatThrownBy(() -> optOuts.remove(workspace.actor, added.id())).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> optOuts.find(workspace.actor, added.id())).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void areImportedFromAnotherSystemsList() {
        optOuts.add(workspace.actor, OptOuts.Draft.of("0641111111"));

        var report = imported("""
                Mobile;Reason;opted_out_at
                064 111 1111;Known;
                064 222 2222;Replied STOP;2025-12-24T19:00:00+01:00
                064 222 2222;Twice;
                064 333 3333;;last Monday
                12;Short;
                """);

        assertThat(report.rows()).isEqualTo(5);
        assertThat(report.imported()).isEqualTo(2);
        assertThat(report.updated()).isEqualTo(1);
        assertThat(report.duplicates()).isEqualTo(1);
        assertThat(report.invalid()).isEqualTo(1);
        assertThat(report.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(6));
        assertThat(all()).hasSize(3).anySatisfy(optOut -> {
            assertThat(optOut.phone()).isEqualTo(new PhoneNumber("+381642222222"));
            assertThat(optOut.reason()).contains("Replied STOP");
            assertThat(optOut.at()).isEqualTo(EARLIER);
        });
    }

    @Test
    void areImportedEvenIfTheReasonIsTooLongOrTheTimeHasNotCome() {
        imported("phone,reason,opted_out_at\n0641234567," + "x".repeat(500) + ",2099-01-01T00:00:00Z\n");

        assertThat(all()).singleElement().satisfies(optOut -> {
            assertThat(optOut.reason()).contains("x".repeat(OptOut.REASON_LIMIT));
            assertThat(optOut.at()).isEqualTo(ContactFixtures.NOW);
        });
    }

    @Test
    void tellWhatAnImportWouldDoWithoutDoingIt() {
        optOuts.add(workspace.actor, OptOuts.Draft.of("0641111111"));
        var csv = "phone\n0641111111\n0642222222\n";

        var dry = imported(csv, ImportOptions.GUESSED.dry());

        assertThat(all()).hasSize(1);
        var real = imported(csv);
        assertThat(dry.imported()).isEqualTo(real.imported()).isEqualTo(1);
        assertThat(dry.updated()).isEqualTo(real.updated()).isEqualTo(1);
    }

    @Test
    void changeNothingWhenAFileIsImportedTwice() {
        imported("phone\n0641111111\n0642222222\n");
        var before = all();

        var again = imported("phone\n0641111111\n0642222222\n");

        assertThat(again.imported()).isZero();
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void comeThroughAnExportAndAnImport() {
        imported("phone\n"
                + IntStream.range(0, 1001)
                        .mapToObj(n -> ContactFixtures.phone(n).e164() + "\n")
                        .collect(Collectors.joining()));
        optOuts.add(
                workspace.actor,
                new OptOuts.Draft(List.of("0649999999"), Optional.of("=cmd, \"quoted\""), Optional.of(EARLIER)));
        var file = new ByteArrayOutputStream();

        optOuts.export(workspace.actor, file);
        var other = new Workspace();
        var report = other.optOutImport.run(
                other.actor, new ByteArrayInputStream(file.toByteArray()), ImportOptions.GUESSED);

        assertThat(file.toString(StandardCharsets.UTF_8))
                .startsWith(
                        "\ufeffphone,reason,opted_out_at\r\n+381649999999,\"'=cmd, \"\"quoted\"\"\",2025-12-24T18:00:00Z\r\n");
        assertThat(report.imported()).isEqualTo(1002);
        assertThat(other.optOuts.search(other.actor, "0649999999")).hasValueSatisfying(optOut -> {
            assertThat(optOut.reason()).contains("=cmd, \"quoted\"");
            assertThat(optOut.at()).isEqualTo(EARLIER);
        });
    }
}
