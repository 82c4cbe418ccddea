package com.pulsesms.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The gateway protocol against the packaged server, step by step. */
@Timeout(300)
class GatewayIT {
    private static final int LONG = 50;

    @TempDir
    private static Path folder;

    private static PulseSmsServer server;

    private Workspace acme;
    private Phone phone;

    @BeforeAll
    static void startServer() throws Exception {
        server = PulseSmsServer.in(folder);
        server.start();
    }

    @AfterAll
    static void stopServer() throws Exception {
        server.close();
    }

    @BeforeEach
    void pairAPhone() throws Exception {
        acme = Workspace.signUp(server.url());
        phone = acme.pair();
    }

    @Test
    void carriesAMessageToAPhoneAndItsStatusBack() throws Exception {
        var poll = phone.poll(LONG);
        var message = acme.send("Hello Ana");

        var handed = phone.messages(poll).get(0);
        phone.accept(message, 1);
        assertThat(acme.status(message)).isEqualTo("DISPATCHED");
        var heard = phone.heartbeat(Phone.report(1, message, 1, "SENT")).json();
        assertThat(acme.status(message)).isEqualTo("SENT");
        phone.heartbeat(Phone.report(2, message, 1, "DELIVERED"), Phone.report(3, message, 1, "SENT"));

        assertThat(handed.getString("id")).isEqualTo(message);
        assertThat(handed.getInt("claim")).isEqualTo(1);
        assertThat(handed.getString("to")).isEqualTo("+381641234567");
        assertThat(handed.getString("text")).isEqualTo("Hello Ana");
        assertThat(handed.getInt("leaseSeconds")).isEqualTo(60);
        assertThat(seqs(heard)).containsExactly(1L);
        assertThat(acme.status(message)).isEqualTo("DELIVERED");
    }

    @Test
    void wakesAParkedPhoneWithinAMoment() throws Exception {
        // One look every 5 s finds everything; several quick ones in a row can only be wake-ups.
        var slowest = Duration.ZERO;
        for (var i = 0; i < 4; i++) {
            var poll = phone.poll(LONG);
            var begin = System.nanoTime();
            var message = acme.send("Hello");
            assertThat(phone.messages(poll)).hasSize(1);
            var took = Duration.ofNanos(System.nanoTime() - begin);
            slowest = took.compareTo(slowest) > 0 ? took : slowest;
            phone.accept(message, 1);
        }

        assertThat(slowest).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void answersThatNothingCameAfterTheWait() throws Exception {
        var begin = System.nanoTime();

        var answer = phone.poll(2).get(60, SECONDS);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(20));
    }

    @Test
    void endsTheOlderPollWhenANewerComes() throws Exception {
        var one = phone.poll(LONG);
        var other = phone.poll(LONG);

        // Which of the two arrived first is the network's business.
        var ended = (Answer) CompletableFuture.anyOf(one, other).get(20, SECONDS);

        assertThat(ended.status()).isEqualTo(204);
        assertThat(one.isDone() && other.isDone()).isFalse();
    }

    @Test
    void offersAgainUnderTheSameClaimWhenAnAnswerWasLost() throws Exception {
        var message = acme.send("Hello");
        phone.claim();

        var again = phone.messages(phone.poll(0));

        assertThat(again).hasSize(1);
        assertThat(again.get(0).getString("id")).isEqualTo(message);
        assertThat(again.get(0).getInt("claim")).isEqualTo(1);
    }

    @Test
    void givesTheSameAnswerWhenAcceptIsRepeated() throws Exception {
        var message = acme.send("Hello");
        phone.claim();

        var first = phone.accept(message, 1).json();
        var second = phone.accept(message, 1).json();

        assertThat(first.getJsonArray("accepted")).hasSize(1);
        assertThat(second).isEqualTo(first);
        assertThat(phone.claim().status()).isEqualTo(204);
    }

    @Test
    void dropsWhatIsNotThePhonesOwn() throws Exception {
        var message = acme.send("Hello");
        phone.claim();
        var other = acme.pair();

        assertThat(other.accept(message, 1).json().getJsonArray("dropped")).hasSize(1);
        assertThat(phone.accept(message, 2).json().getJsonArray("dropped")).hasSize(1);
        assertThat(phone.accept(message, 1).json().getJsonArray("accepted")).hasSize(1);
    }

    @Test
    void confirmsOrRejectsEachReportByItself() throws Exception {
        var message = acme.send("Hello");
        phone.claim();
        phone.accept(message, 1);

        var answer = phone.heartbeat(
                        Phone.report(1, message, 1, "SENT"),
                        Phone.report(2, message, 1, "LOST"),
                        Phone.report(3, message, 7, "SENT"),
                        Phone.report(4, UUID.randomUUID().toString(), 1, "SENT"))
                .json();

        assertThat(seqs(answer)).containsExactly(1L, 4L);
        assertThat(answer.getJsonArray("rejected").getValuesAs(JsonObject.class))
                .extracting(rejected -> rejected.getInt("seq") + " " + rejected.getString("code"))
                .containsExactlyInAnyOrder("2 report_invalid", "3 claim_not_yours");
        assertThat(acme.status(message)).isEqualTo("SENT");
    }

    @Test
    void handsAReturnedMessageOutUnderANewClaim() throws Exception {
        var message = acme.send("Hello");
        phone.claim();
        phone.accept(message, 1);

        phone.heartbeat(Phone.report(1, message, 1, "RETURNED"));

        assertThat(phone.messages(phone.poll(LONG)).get(0).getInt("claim")).isEqualTo(2);
    }

    @Test
    void tellsAPhoneItsPaceAndTheTime() throws Exception {
        var answer = phone.heartbeat().json();

        assertThat(answer.getJsonObject("pace").getBoolean("unlimited")).isFalse();
        assertThat(answer.getJsonObject("pace").getInt("partsPerMinute")).isEqualTo(24);
        assertThat(answer.getJsonObject("pace").getInt("minGapMillis")).isEqualTo(2_500);
        assertThat(answer.getBoolean("paused")).isFalse();
        assertThat(answer.getBoolean("unpaired")).isFalse();
        assertThat(answer.getJsonArray("cancel")).isEmpty();
        assertThat(answer.getJsonArray("return")).isEmpty();
        assertThat(answer.getString("serverTime")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    }

    @Test
    void handsAPhoneNoMoreThanItsPaceAllowsAndTheRestWhenThereIsRoom() throws Exception {
        for (var i = 0; i < 26; i++) {
            acme.send("Hello " + i);
        }
        var first = phone.messages(phone.poll(LONG));
        assertThat(first).hasSize(24);
        first.forEach(message -> accept(message.getString("id")));

        phone.heartbeat(Phone.report(1, first.get(0).getString("id"), 1, "SENT"));
        assertThat(phone.claim().status()).isEqualTo(204);
        var poll = phone.poll(LONG);
        phone.heartbeat(Phone.report(2, first.get(1).getString("id"), 1, "RETURNED"));

        assertThat(phone.messages(poll)).hasSize(1);
    }

    @Test
    void handsAWaitingPhoneTheRestWhenItsPaceIsRaised() throws Exception {
        for (var i = 0; i < 30; i++) {
            acme.send("Hello " + i);
        }
        assertThat(phone.messages(phone.poll(LONG))).hasSize(24).allSatisfy(message -> accept(message.getString("id")));
        var poll = phone.poll(LONG);

        acme.program().patch("devices/" + phone.device(), "{\"pace\": {\"partsPerMinute\": 27}}");

        assertThat(phone.messages(poll)).hasSize(3);
    }

    @Test
    void holdsAPhoneAndItsSimsToTheCapsOfAnHour() throws Exception {
        phone.heartbeat();
        var caps = """
                {"pace": {"partsPerHour": 12}, "sims": [{"slot": 0, "pace": {"partsPerDay": 10}}]}
                """;
        assertThat(acme.program().patch("devices/" + phone.device(), caps).status())
                .isEqualTo(200);
        for (var i = 0; i < 15; i++) {
            acme.send("Hello " + i, phone.device(), 0);
            acme.send("Hello " + i);
        }

        var handed = phone.messages(phone.poll(LONG));

        assertThat(handed).hasSize(12);
        assertThat(handed).filteredOn(message -> !message.isNull("sim")).hasSize(10);
        var pace = phone.heartbeat().json().getJsonObject("pace");
        assertThat(pace.getInt("partsPerMinute")).isEqualTo(24);
        assertThat(pace.getInt("partsPerHour")).isEqualTo(12);
        assertThat(pace.isNull("partsPerDay")).isTrue();
        assertThat(pace.getJsonArray("sims").getJsonObject(0).getInt("subscriptionId"))
                .isEqualTo(7);
        assertThat(pace.getJsonArray("sims").getJsonObject(0).getInt("partsPerDay"))
                .isEqualTo(10);
    }

    @Test
    void sendsARemovedPhoneAwayAndTakesItsReports() throws Exception {
        var message = acme.send("Hello");
        phone.claim();
        phone.accept(message, 1);
        var poll = phone.poll(LONG);

        acme.program().delete("devices/" + phone.device());

        assertThat(poll.get(20, SECONDS).status()).isEqualTo(410);
        var refused = phone.claim();
        assertThat(refused.status()).isEqualTo(410);
        assertThat(refused.code()).isEqualTo("device_removed");
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(acme.status(message)).isEqualTo("UNKNOWN");
        assertThat(phone.heartbeat(Phone.report(1, message, 1, "SENT")).json().getBoolean("unpaired"))
                .isTrue();
        assertThat(acme.status(message)).isEqualTo("SENT");
    }

    @Test
    void unpairsAPhoneAnyNumberOfTimes() throws Exception {
        assertThat(phone.caller().delete("gateway/device").status()).isEqualTo(204);
        assertThat(phone.caller().delete("gateway/device").status()).isEqualTo(204);

        assertThat(phone.heartbeat().json().getBoolean("unpaired")).isTrue();
        assertThat(phone.claim().status()).isEqualTo(410);
    }

    @Test
    void pairsTheSameInstallationAgainAndEndsItsFormerToken() throws Exception {
        var code = acme.pairingCode();
        var installation = UUID.randomUUID().toString();
        var first = Phone.pairing(server.url(), code, installation).json();
        var formerPhone = new Phone(first.getString("deviceId"), new Caller(server.url(), first.getString("token")));
        formerPhone.heartbeat();

        var second = Phone.pairing(server.url(), code, installation).json();

        assertThat(second.getString("deviceId")).isEqualTo(first.getString("deviceId"));
        assertThat(formerPhone.heartbeat().status()).isEqualTo(401);
        assertThat(Phone.pairing(server.url(), code, UUID.randomUUID().toString())
                        .code())
                .isEqualTo("pairing_code_used");
    }

    @Test
    void refusesACodeThatDoesNotExist() throws Exception {
        var refused =
                Phone.pairing(server.url(), "NOSUCHCODE12", UUID.randomUUID().toString());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("pairing_code_invalid");
    }

    @Test
    void refusesAPhoneWithoutAValidToken() throws Exception {
        for (var token : new String[] {"", "dt_nobody", acme.program().token()}) {
            var refused = new Caller(server.url(), token).post("gateway/heartbeat", Phone.HEARTBEAT.formatted(""));

            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.code()).isEqualTo("device_token_invalid");
        }
    }

    @Test
    void refusesATokenOfADeviceInTheRestOfTheApi() throws Exception {
        assertThat(phone.caller().get("messages").status()).isEqualTo(401);
    }

    @Test
    void namesWhatIsWrongWithTheInput() throws Exception {
        var claim = phone.caller().post("gateway/messages/claim", "{\"wait\": 56, \"max\": 0}");
        var malformed = phone.caller().post("gateway/heartbeat", "{\"battery\"");
        var empty = phone.caller().post("gateway/messages/accept", "{\"messages\": []}");

        assertThat(claim.status()).isEqualTo(400);
        assertThat(claim.code()).isEqualTo("invalid");
        assertThat(claim.json().getJsonArray("errors").getValuesAs(JsonObject.class))
                .extracting(error -> error.getString("field"))
                .containsExactly("wait", "max");
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(malformed.contentType()).startsWith("application/problem+json");
        assertThat(empty.status()).isEqualTo(400);
    }

    @Test
    void refusesWhatIsTooLargeOrNoJson() throws Exception {
        var large = phone.caller().post("gateway/heartbeat", "{\"x\": \"" + "x".repeat(1024 * 1024) + "\"}");
        var text = phone.caller().post("gateway/heartbeat", "text/plain", "hello");

        assertThat(large.status()).isEqualTo(413);
        assertThat(large.code()).isEqualTo("too_large");
        assertThat(text.status()).isEqualTo(415);
        assertThat(text.contentType()).startsWith("application/problem+json");
    }

    @Test
    void handsAMessageToOneOfManyPhones() throws Exception {
        var polls = Stream.of(phone, acme.pair(), acme.pair(), acme.pair())
                .map(each -> each.poll(6))
                .toList();

        acme.send("Hello");

        var handed = 0;
        for (var poll : polls) {
            handed += phone.messages(poll).size();
        }
        assertThat(handed).isEqualTo(1);
    }

    @Test
    void neverHandsAMessageToAPhoneOfAnotherOrganization() throws Exception {
        var stranger = Workspace.signUp(server.url()).pair();
        var poll = stranger.poll(3);

        var message = acme.send("Hello");

        assertThat(stranger.messages(poll)).isEmpty();
        assertThat(stranger.accept(message, 1).json().getJsonArray("dropped")).hasSize(1);
        stranger.heartbeat(Phone.report(1, message, 1, "DELIVERED"));
        assertThat(acme.status(message)).isEqualTo("QUEUED");
    }

    private void accept(String message) {
        try {
            phone.accept(message, 1);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Long> seqs(JsonObject heard) {
        return heard.getJsonArray("confirmed").getValuesAs(JsonNumber.class).stream()
                .map(JsonNumber::longValue);
    }
}
