package com.pulsesms.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever doesn't know whether a call arrived repeats it with its key: it is done once and answered as the first time. */
@ExtendWith(SharedServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class IdempotencyIT {
    private static final String TO = "+381641234567";

    private Workspace workspace;

    @BeforeAll
    void signUp() {
        workspace = Workspace.signUp("Ana");
    }

    private Caller keyed() {
        return keyed(UUID.randomUUID().toString());
    }

    private Caller keyed(String key) {
        return workspace.program().with("Idempotency-Key", key);
    }

    private int messages() {
        return workspace.program().get("/api/messages?limit=200").data().size();
    }

    @Test
    void answersARepeatedCallAsTheFirstTimeAndDoesItOnce() {
        var before = messages();
        var caller = keyed();
        var first = caller.post("/api/messages", Workspace.sms(TO)).expecting(201);

        var again = caller.post("/api/messages", Workspace.sms(TO)).expecting(201);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(messages()).isEqualTo(before + 1);
    }

    @Test
    void tellsTheSameAlsoOnceThingsHaveChanged() {
        var campaign = workspace.campaign("Sale", workspace.list("Customers"));
        var caller = keyed();
        var first = caller.post("/api/campaigns/" + campaign + "/start").expecting(200);

        var again = caller.post("/api/campaigns/" + campaign + "/start").expecting(200);

        assertThat(again.body()).isEqualTo(first.body());
        keyed().post("/api/campaigns/" + campaign + "/start").expecting(409);
    }

    @Test
    void tellsARefusalAgain() {
        var wrong =
                Json.createObjectBuilder().add("to", "nobody").add("text", "Hi").build();
        var caller = keyed();
        var first = caller.post("/api/messages", wrong).refusing(400, "invalid");

        var again = caller.post("/api/messages", wrong).expecting(400);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
    }

    @Test
    void givesASecretAgain() {
        var person = workspace.person().with("Idempotency-Key", "key-of-the-key");
        var named = Json.createObjectBuilder().add("name", "Till").build();
        var first = person.post("/api/api-keys", named).expecting(201);

        var again = person.post("/api/api-keys", named).expecting(201);

        assertThat(again.text("secret")).isEqualTo(first.text("secret"));
        Workspace.token(again.text("secret"));
    }

    @Test
    void refusesAKeyThatWasGivenToAnotherCall() {
        var caller = keyed();
        caller.post("/api/messages", Workspace.sms(TO)).expecting(201);

        caller.post("/api/messages", Workspace.sms("+381641234568")).refusing(422, "idempotency_key_reused");
        caller.post("/api/contacts", Workspace.sms(TO)).refusing(422, "idempotency_key_reused");
        caller.post("/api/messages?x=1", Workspace.sms(TO)).refusing(422, "idempotency_key_reused");
    }

    @Test
    void tellsTheKeysOfSeveralCallersApart() {
        var other = Workspace.signUp("Bo");
        var first = keyed("shared").post("/api/messages", Workspace.sms(TO)).expecting(201);

        for (var caller : List.of(workspace.person(), other.program(), other.person())) {
            var own = caller.with("Idempotency-Key", "shared").post("/api/messages", Workspace.sms(TO));
            assertThat(own.expecting(201).id()).isNotEqualTo(first.id());
        }
    }

    @Test
    void signsUpOnce() {
        var email = UUID.randomUUID() + "@example.com";
        var account = Workspace.newAccount("Cy", email);
        var stranger = Caller.stranger().with("Idempotency-Key", "sign-up");
        var first = stranger.post("/api/accounts", account).expecting(201);

        assertThat(stranger.post("/api/accounts", account).expecting(201).body())
                .isEqualTo(first.body());
        var guess = Json.createObjectBuilder(account).add("password", "another guess");
        stranger.post("/api/accounts", guess.build()).expecting(409);
    }

    @Test
    void importsAFileOnce() {
        var list = workspace.list("Imported");
        var csv = "phone,name\n+381641230001,Ana\n".concat("+381641230002,Bo \n".repeat(80_000));
        var caller = keyed();
        var first = caller.send("POST", "/api/contacts/" + list + "/import", "text/csv", BodyPublishers.ofString(csv));

        var again = caller.send("POST", "/api/contacts/" + list + "/import", "text/csv", BodyPublishers.ofString(csv));

        assertThat(first.expecting(200).json().getInt("imported")).isEqualTo(2);
        assertThat(again.expecting(200).body()).isEqualTo(first.body());
    }

    @Test
    void refusesWhatIsNoKey() {
        keyed("two words").post("/api/messages", Workspace.sms(TO)).refusing(400, "invalid");
        keyed("x".repeat(256)).post("/api/messages", Workspace.sms(TO)).refusing(400, "invalid");
    }

    @Test
    void doesACallOnceThatIsMadeManyTimesAtOnce() throws Exception {
        var before = messages();
        var caller = keyed();
        Callable<Answer> call = () -> caller.post("/api/messages", Workspace.sms(TO));

        var ids = new ArrayList<String>();
        for (var answer : atOnce(12, call)) {
            if (answer.status() == 409) {
                answer.refusing(409, "idempotency_in_progress");
            } else {
                ids.add(answer.expecting(201).id());
            }
        }

        assertThat(ids).isNotEmpty().containsOnly(call.call().expecting(201).id());
        assertThat(messages()).isEqualTo(before + 1);
    }

    @Test
    void saysSoWhileTheFirstCallRuns() throws Exception {
        // Signing up takes its time, because passwords are hashed slowly.
        var account = Workspace.newAccount("Di", UUID.randomUUID() + "@example.com");
        var stranger = Caller.stranger().with("Idempotency-Key", "slow");

        var answers = atOnce(6, () -> stranger.post("/api/accounts", account));

        assertThat(answers).extracting(Answer::status).containsOnly(201, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .allSatisfy(answer -> answer.refusing(409, "idempotency_in_progress"));
        stranger.post("/api/accounts", account).expecting(201);
    }

    private static List<Answer> atOnce(int times, Callable<Answer> call) throws Exception {
        var threads = Executors.newFixedThreadPool(times);
        try {
            var answers = new ArrayList<Answer>();
            for (Future<Answer> answer : threads.invokeAll(Collections.nCopies(times, call))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }
}
