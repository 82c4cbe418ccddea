package com.pulsesms.gateway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.eclipsesource.json.JsonObject;
import com.pulsesms.gateway.engine.ModelServer.Sms;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class EngineTest {
    private static final String LIMITED =
            "{\"unlimited\":false,\"partsPerMinute\":24,\"minGapMillis\":2500,\"sims\":[]}";

    private final Bench bench = new Bench();

    private Sms sent() {
        Sms sms = bench.server.add("Hello");
        bench.round();
        return sms;
    }

    private PartResult delivered(Sms sms) {
        return PartResult.delivered(new Claim(sms.id, sms.claim), 1, 0);
    }

    @Test
    void carriesAMessageFromTheServerToTheRadioAndItsStatusBack() {
        Sms sms = bench.server.add("Hello");

        bench.rounds(2);

        assertThat(bench.radioed).containsExactly(sms.id + "#1");
        assertThat(sms.status).isEqualTo(Status.SENT);
        assertThat(sms.parts).isEqualTo(1);

        bench.engine.heard(Collections.singletonList(delivered(sms)));
        bench.rounds(2);

        assertThat(sms.status).isEqualTo(Status.DELIVERED);
        assertThat(bench.engine.ledger().counts().isEmpty()).isTrue();
    }

    @Test
    void writesToTheOutboxBeforeItAccepts() {
        bench.server.add("Hello");
        bench.steps = step -> {
            if (step == Step.AFTER_OUTBOX_WRITE) {
                assertThat(bench.server.all().get(0).state).isEqualTo("CLAIMED");
                assertThat(bench.outbox.counts().claimed()).isEqualTo(1);
            }
        };

        bench.round();

        assertThat(bench.radioed).hasSize(1);
    }

    @Test
    void marksOnDiskBeforeTheRadioIsCalled() {
        bench.server.add("Hello");
        bench.steps = step -> {
            if (step == Step.AFTER_MARK_SENDING) {
                assertThat(bench.outbox.counts().sending()).isEqualTo(1);
                assertThat(bench.radioed).isEmpty();
            }
        };

        bench.round();

        assertThat(bench.radioed).hasSize(1);
    }

    @Test
    void sendsNothingThatTheServerDropped() {
        bench.server.add("Hello");
        bench.steps = step -> {
            if (step == Step.AFTER_OUTBOX_WRITE) {
                bench.server.dropAll();
            }
        };

        bench.rounds(2);

        assertThat(bench.radioed).isEmpty();
        assertThat(bench.outbox.latest(5)).isEmpty();
    }

    @Test
    void takesAMessageThatIsOfferedTwiceOnlyOnce() {
        Sms sms = sent();
        sms.state = "CLAIMED";

        bench.rounds(3);

        assertThat(bench.radioed).hasSize(1);
    }

    @Test
    void sendsAReturnedMessageUnderItsNextClaim() {
        Sms sms = bench.server.add("Hello");
        sms.sim = 9;
        bench.rounds(2);
        assertThat(sms.status).isEqualTo(Status.RETURNED);
        assertThat(sms.code).isEqualTo("SIM_GONE");

        sms.sim = null;
        bench.server.requeue(sms);
        bench.rounds(2);

        assertThat(bench.radioed).containsExactly(sms.id + "#2");
    }

    @Test
    void refusesToSendAMessageThatLeftUnderAnotherClaim() {
        Sms sms = sent();
        bench.rounds(2);
        bench.server.requeue(sms);

        bench.rounds(2);

        assertThat(bench.radioed).hasSize(1);
        assertThat(sms.status).as("another phone must not get it").isEqualTo(Status.SENT);
    }

    @Test
    void doesNotLetAnotherPhoneSendWhatIsWithTheRadioUnderAnotherClaim() {
        bench.radioSays = Bench.SILENT;
        Sms sms = bench.server.add("Hello");
        bench.rounds(2);
        bench.server.requeue(sms);

        bench.rounds(2);

        assertThat(bench.radioed).hasSize(1);
        assertThat(sms.status).isEqualTo(Status.UNKNOWN);
        assertThat(sms.code).isEqualTo("ALREADY_SENT");
    }

    @Test
    void keepsItsReportsUntilTheServerTakesThem() {
        Sms sms = bench.server.add("Hello");
        bench.steps = step -> bench.network &= step != Step.AFTER_ACCEPT;
        bench.rounds(5);
        assertThat(bench.radioed).hasSize(1);
        assertThat(sms.status).isNull();
        assertThat(bench.engine.standing().problem()).contains("No network");

        bench.steps = Steps.UNWATCHED;
        bench.network = true;
        bench.restart().passMinutes(5).rounds(2);

        assertThat(sms.status).isEqualTo(Status.SENT);
        assertThat(bench.outbox.counts().reports()).isZero();
    }

    @Test
    void letsGoOfARejectedReport() {
        bench.server.addMany(3);
        bench.server.rejectReportOf(1);

        bench.rounds(4);

        assertThat(bench.outbox.counts().reports()).isZero();
        assertThat(bench.server.with(Status.SENT)).isEqualTo(2);
    }

    @Test
    void letsNoReportThatTheServerCannotDigestBlockTheOthers() {
        bench.server.addMany(9);
        bench.server.chokeOnReportOf(4);

        for (int i = 0; i < 60; i++) {
            bench.round().pass(60_000);
        }

        assertThat(bench.server.with(Status.SENT)).isEqualTo(8);
        assertThat(bench.outbox.counts().reports()).isEqualTo(1);
        bench.server.chokeOnReportOf(-1);
        bench.round().pass(60_000).round();
        assertThat(bench.server.with(Status.SENT)).isEqualTo(9);
    }

    @Test
    void reportsUnknownWhenNoResultComesWithin15Minutes() {
        bench.radioSays = Bench.SILENT;
        Sms sms = sent();
        bench.passMinutes(14).rounds(2);
        assertThat(sms.status).isNull();

        bench.passMinutes(1).rounds(3);

        assertThat(sms.status).isEqualTo(Status.UNKNOWN);
        assertThat(sms.code).isEqualTo("NO_RESULT");
    }

    @Test
    void raisesUnknownByALateResult() {
        bench.radioSays = Bench.SILENT;
        Sms sms = sent();
        bench.passMinutes(16).rounds(3);
        assertThat(sms.status).isEqualTo(Status.UNKNOWN);

        bench.engine.heard(Collections.singletonList(PartResult.sent(new Claim(sms.id, 1), 1, 0)));
        bench.rounds(2);

        assertThat(sms.status).isEqualTo(Status.SENT);
        assertThat(bench.radioed).hasSize(1);
    }

    @Test
    void reportsUnknownAndNeverSendsAgainWhenARadioThrowsWithoutSayingWhatLeft() {
        bench.radioSays = "BROKEN";
        Sms sms = sent();
        bench.radioSays = Bench.OK;

        bench.passMinutes(16).rounds(3);

        assertThat(sms.status).isEqualTo(Status.UNKNOWN);
        assertThat(bench.radioed).isEmpty();
    }

    @Test
    void waitsForResultsThatOutliveTheProcessButNotForThoseBeforeAReboot() {
        bench.resultsOutliveProcess = true;
        bench.radioSays = Bench.SILENT;
        Sms sms = sent();

        bench.restart().rounds(2);
        assertThat(sms.status).isNull();

        bench.reboot().rounds(2);
        assertThat(sms.status).isEqualTo(Status.UNKNOWN);
        assertThat(sms.code).isEqualTo("DIED_WHILE_SENDING");
    }

    @Test
    void triesAgainWhenThereWasNoServiceAndReturnsTheMessageInTheEnd() {
        bench.radioSays = "RESULT_ERROR_NO_SERVICE";
        Sms sms = sent();
        assertThat(bench.outbox.inState(EntryState.ACCEPTED, 5)).hasSize(1);

        bench.radioSays = Bench.OK;
        bench.pass(16_000).rounds(2);
        assertThat(sms.status).isEqualTo(Status.SENT);

        bench.radioSays = "RESULT_ERROR_RADIO_OFF";
        Sms unlucky = bench.server.add("Hello again");
        for (int i = 0; i < 400 && unlucky.status == null; i++) {
            bench.rounds(1);
        }
        assertThat(unlucky.status).isEqualTo(Status.RETURNED);
        assertThat(unlucky.code).isEqualTo("RESULT_ERROR_RADIO_OFF");
    }

    @Test
    void doesNotTryTheNextMessageOnASimThatHasNoService() {
        bench.radioSays = "RESULT_ERROR_NO_SERVICE";
        sent();
        bench.radioSays = Bench.OK;
        bench.server.add("Next");

        bench.rounds(3);
        assertThat(bench.radioed).isEmpty();

        bench.pass(16_000).rounds(2);
        assertThat(bench.radioed).hasSize(2);
    }

    @Test
    void pausesAtAndroidsLimitWithoutUsingUpAttempts() {
        bench.radioSays = "RESULT_ERROR_LIMIT_EXCEEDED";
        Sms sms = sent();
        for (int i = 0; i < 10; i++) {
            bench.passMinutes(2).rounds(1);
        }
        assertThat(sms.status).isNull();

        bench.radioSays = Bench.OK;
        bench.passMinutes(2).rounds(2);

        assertThat(sms.status).isEqualTo(Status.SENT);
    }

    @Test
    void failsWithTheRadiosReason() {
        bench.radioSays = "RESULT_ERROR_GENERIC_FAILURE";
        Sms sms = sent();
        bench.rounds(2);

        assertThat(sms.status).isEqualTo(Status.FAILED);
        assertThat(sms.code).isEqualTo("RESULT_ERROR_GENERIC_FAILURE");
        assertThat(sms.parts).isZero();
    }

    @Test
    void failsWhatTheRadioRefusedForGood() {
        bench.radioSays = "REFUSED INVALID_NUMBER";
        Sms sms = sent();
        bench.rounds(2);

        assertThat(sms.status).isEqualTo(Status.FAILED);
        assertThat(sms.code).isEqualTo("INVALID_NUMBER");
    }

    @Test
    void saysPartlySentWhenOnlySomePartsLeft() {
        bench.radioSays = Bench.SILENT;
        Sms sms = bench.server.add("x".repeat(400));
        bench.round();
        Claim claim = new Claim(sms.id, 1);

        bench.engine.heard(Collections.singletonList(PartResult.sent(claim, 1, 0)));
        bench.engine.heard(Collections.singletonList(PartResult.failed(claim, 1, 2, "RESULT_ERROR_NO_SERVICE")));
        bench.rounds(2);
        assertThat(sms.status).isNull();
        bench.engine.heard(Collections.singletonList(PartResult.sent(claim, 1, 1)));
        bench.rounds(2);

        assertThat(sms.status).isEqualTo(Status.FAILED);
        assertThat(sms.code).isEqualTo("PARTLY_SENT");
        assertThat(sms.parts).isEqualTo(2);
    }

    @Test
    void isDeliveredOnlyWhenAllPartsAre() {
        Sms sms = bench.server.add("x".repeat(200));
        bench.rounds(2);
        Claim claim = new Claim(sms.id, 1);

        bench.engine.heard(Collections.singletonList(PartResult.delivered(claim, 1, 1)));
        bench.rounds(2);
        assertThat(sms.status).isEqualTo(Status.SENT);

        bench.engine.heard(Collections.singletonList(PartResult.delivered(claim, 1, 0)));
        bench.rounds(2);
        assertThat(sms.status).isEqualTo(Status.DELIVERED);
    }

    @Test
    void ignoresALateResultOfAnEarlierAttempt() {
        bench.radioSays = "RESULT_ERROR_NO_SERVICE";
        Sms sms = sent();
        bench.radioSays = Bench.SILENT;
        bench.pass(16_000).round();
        Claim claim = new Claim(sms.id, 1);

        bench.engine.heard(Collections.singletonList(PartResult.failed(claim, 1, 0, "RESULT_ERROR_NO_SERVICE")));
        assertThat(bench.outbox.find(claim).state()).isEqualTo(EntryState.SENDING);

        bench.engine.heard(Collections.singletonList(PartResult.sent(claim, 2, 0)));
        bench.rounds(2);
        assertThat(sms.status).isEqualTo(Status.SENT);
        assertThat(bench.radioed).hasSize(1);
    }

    @Test
    void neverStartsAfterTheDeadlineEvenWhenTheClockWasSetBack() {
        bench.server.pace(LIMITED);
        bench.round();
        bench.server.add("First");
        Sms late = bench.server.add("Second");
        late.sendWithinSeconds = 2L;
        bench.pass(1_000).round();
        bench.wall -= 3_600_000;

        bench.pass(3_000).rounds(3);

        assertThat(bench.radioed).hasSize(1);
        assertThat(late.status).isEqualTo(Status.EXPIRED);
    }

    @Test
    void givesBackWhatItHasNoTimeForBeforeQuietHours() {
        bench.server.pace(LIMITED);
        bench.round();
        bench.server.add("First");
        Sms late = bench.server.add("Second");
        late.sendWithinSeconds = 2L;
        late.laterAgain = true;
        bench.pass(1_000).round();

        bench.pass(3_000).rounds(3);

        assertThat(bench.radioed).hasSize(1);
        assertThat(late.status).isEqualTo(Status.RETURNED);
        assertThat(late.code).isEqualTo("TIME_OVER");
    }

    @Test
    void countsTheDeadlineByTheServersTimeAfterAReboot() {
        bench.cannotSend = null;
        Sms sms = bench.server.add("Hello");
        sms.sendWithinSeconds = 600L;
        bench.steps = step -> bench.cannotSend = step == Step.AFTER_ACCEPT ? "AIRPLANE_MODE" : bench.cannotSend;
        bench.round();
        bench.steps = Steps.UNWATCHED;
        bench.cannotSend = null;

        bench.wall += 601_000;
        bench.reboot().rounds(2);

        assertThat(bench.radioed).isEmpty();
        assertThat(sms.status).isEqualTo(Status.EXPIRED);
    }

    @Test
    void givesBackWhatIsTooOldToBeSentWithoutADeadline() {
        Sms sms = bench.server.add("Hello");
        bench.server.pause(true);
        bench.steps = step -> {
            if (step == Step.AFTER_ACCEPT) {
                bench.engine.standing().paused(true);
            }
        };
        bench.engine.poller().step();
        bench.round();

        bench.passMinutes(48 * 60).rounds(2);

        assertThat(sms.status).isEqualTo(Status.RETURNED);
        assertThat(sms.code).isEqualTo("TOO_OLD");
    }

    @Test
    void keepsToThePaceInPartsAndOverRestarts() {
        bench.server.pace(LIMITED);
        bench.round();
        for (int i = 0; i < 12; i++) {
            bench.server.add("x".repeat(400));
        }

        for (int i = 0; i < 120; i++) {
            bench.pass(500).round();
            if (i % 17 == 0) {
                bench.restart();
            }
        }

        assertThat(bench.radioed).hasSizeBetween(8, 9);
        for (int i = 1; i < bench.radioedAt.size(); i++) {
            assertThat(bench.radioedAt.get(i) - bench.radioedAt.get(i - 1)).isGreaterThanOrEqualTo(2_500);
        }
    }

    @Test
    void keepsToTheCapOfEachSimAndUsesTheOther() {
        bench.twoSims();
        bench.server.pace("{\"unlimited\":false,\"partsPerMinute\":100,\"minGapMillis\":0,"
                + "\"sims\":[{\"subscriptionId\":1,\"partsPerHour\":10}]}");
        bench.round();
        bench.server.addMany(30);

        bench.rounds(3);

        assertThat(bench.radioed).hasSize(30);
        assertThat(Collections.frequency(bench.radioedSims, 1)).isEqualTo(10);
        assertThat(Collections.frequency(bench.radioedSims, 2)).isEqualTo(20);
    }

    @Test
    void keepsToTheCapOfTheOnlySimAlsoWhereNobodyChoseIt() {
        bench.server.pace("{\"unlimited\":false,\"sims\":[{\"subscriptionId\":1,\"partsPerHour\":10}]}");
        bench.round();
        bench.server.addMany(30);

        bench.rounds(3);

        assertThat(bench.radioed).hasSize(10);
        assertThat(bench.radioedSims).containsOnly(1);
    }

    @Test
    void keepsToTheCapOfADayOverRestartsAndReboots() {
        bench.server.pace("{\"unlimited\":false,\"partsPerMinute\":24,\"partsPerDay\":20}");
        bench.round();
        bench.server.addMany(50);

        for (int i = 0; i < 23; i++) {
            bench.rounds(2).passMinutes(60);
            if (i % 2 == 0) {
                bench.restart();
            } else {
                bench.reboot();
            }
        }
        assertThat(bench.radioed).hasSize(20);

        bench.passMinutes(60).rounds(3);
        assertThat(bench.radioed).hasSize(40);
    }

    @Test
    void tellsThroughWhichSimItSent() {
        bench.twoSims();
        bench.server.add("Pinned").sim = 2;

        bench.rounds(2);

        assertThat(bench.server.heartbeats())
                .flatExtracting(beat -> beat.get("reports").asArray().values())
                .extracting(report -> report.asObject().getInt("sim", 0))
                .containsExactly(2);
    }

    @Test
    void takesTheChosenSimsInTurnAndThePinnedOneWhereTold() {
        bench.twoSims();
        bench.server.addMany(4);
        bench.server.add("Pinned").sim = 2;
        bench.server.add("Pinned").sim = 2;

        bench.rounds(2);

        assertThat(bench.radioedSims).containsExactly(1, 2, 1, 2, 2, 2);
    }

    @Test
    void returnsWhatAPersonCanceledAndSendsNothingOfIt() {
        bench.server.pace(LIMITED);
        bench.round();
        Sms first = bench.server.add("First");
        Sms second = bench.server.add("Second");
        Sms third = bench.server.add("Third");
        bench.pass(1_000).round();
        bench.server.cancel(second);
        bench.server.wantBack(third);
        bench.server.cancel(first);

        bench.pass(31_000).rounds(10);

        assertThat(bench.radioed).containsExactly(first.id + "#1");
        assertThat(second.code).isEqualTo("CANCELED");
        assertThat(third.code).isEqualTo("RETURN_ASKED");
        assertThat(first.status).isEqualTo(Status.SENT);
    }

    @Test
    void neitherPollsNorSendsWhilePaused() {
        bench.server.pause(true);
        bench.round();
        bench.server.add("Hello");
        bench.rounds(3);
        assertThat(bench.server.claims()).isZero();

        bench.restart().rounds(1);
        assertThat(bench.server.claims()).isZero();

        bench.server.pause(false);
        bench.pass(31_000).rounds(2);
        assertThat(bench.radioed).hasSize(1);
    }

    @Test
    void givesEverythingBackAndEndsWhenTheServerRemovedIt() {
        bench.server.pace(LIMITED);
        bench.round();
        bench.server.addMany(3);
        bench.pass(1_000).round();
        bench.server.remove();

        bench.pass(31_000).rounds(4);

        assertThat(bench.radioed).hasSize(1);
        assertThat(bench.server.with(Status.RETURNED)).isEqualTo(2);
        assertThat(bench.ended).isEqualTo(1);
        bench.server.add("Never");
        bench.restart().rounds(3);
        assertThat(bench.radioed).hasSize(1);
    }

    @Test
    void worksAgainWhenItIsPairedAgainAsTheSameDevice() {
        bench.server.remove();
        bench.round();
        assertThat(bench.engine.standing().unpaired()).isTrue();

        bench.server.takeBack();
        bench.restart();
        bench.server.add("Hello");
        bench.rounds(3);

        assertThat(bench.radioed).hasSize(1);
    }

    @Test
    void keepsItsOutboxWhenTheTokenIsRefused() {
        bench.server.pace(LIMITED);
        bench.round();
        bench.server.addMany(3);
        bench.pass(1_000).round();
        bench.server.forgetToken(true);

        bench.pass(31_000).rounds(30);
        assertThat(bench.radioed).hasSize(1);
        assertThat(bench.engine.standing().tokenInvalid()).isTrue();
        assertThat(bench.outbox.counts().accepted()).isEqualTo(2);

        bench.server.forgetToken(false);
        bench.passMinutes(16).rounds(30);
        assertThat(bench.radioed).hasSize(3);
    }

    @Test
    void leavesTheServerOnlyAfterAllWasReported() throws Exception {
        bench.server.pace(LIMITED);
        bench.round();
        bench.server.addMany(3);
        bench.pass(1_000).round();

        bench.engine.unpair();

        assertThat(bench.server.removed()).isTrue();
        assertThat(bench.server.with(Status.SENT)).isEqualTo(1);
        assertThat(bench.server.with(Status.RETURNED)).isEqualTo(2);
        assertThat(bench.outbox.counts().isEmpty()).isTrue();
    }

    @Test
    void doesNotAskForMessagesItCannotSendAndReturnsThoseItHas() {
        Sms sms = bench.server.add("Hello");
        bench.steps = step -> bench.cannotSend = step == Step.AFTER_ACCEPT ? "AIRPLANE_MODE" : bench.cannotSend;
        bench.round();
        int claims = bench.server.claims();

        for (int i = 0; i < 8; i++) {
            bench.passMinutes(1).rounds(1);
        }

        assertThat(bench.server.claims()).isEqualTo(claims);
        assertThat(sms.status).isEqualTo(Status.RETURNED);
        assertThat(sms.code).isEqualTo("AIRPLANE_MODE");
        JsonObject last =
                bench.server.heartbeats().get(bench.server.heartbeats().size() - 1);
        assertThat(last.getBoolean("canSend", true)).isFalse();
    }

    @Test
    void beatsEvery30SecondsAndAtMostOnceASecondForReports() {
        bench.rounds(60);
        assertThat(bench.server.heartbeats()).hasSizeBetween(2, 3);

        int before = bench.server.heartbeats().size();
        for (int i = 0; i < 50; i++) {
            bench.server.add("Hello");
            bench.round().pass(100);
        }
        assertThat(bench.server.heartbeats().size() - before).isBetween(4, 6);
    }

    @Test
    void reportsInTheServersTime() {
        bench.server.serverTime("2026-03-01T08:15:31.500Z");
        bench.round();

        sent();
        bench.rounds(2);

        String at = bench.server.heartbeats().stream()
                .flatMap(beat -> beat.get("reports").asArray().values().stream())
                .map(report -> report.asObject().getString("at", ""))
                .findFirst()
                .orElseThrow();
        assertThat(at).isEqualTo("2026-03-01T08:15:31.500Z");
    }

    @Test
    void backsOffWhenTheServerIsAway() {
        bench.network = false;

        long first = bench.engine.poller().step();
        long second = bench.engine.poller().step();
        for (int i = 0; i < 10; i++) {
            bench.engine.poller().step();
        }
        long later = bench.engine.poller().step();

        assertThat(first).isBetween(500L, 1_000L);
        assertThat(second).isBetween(1_000L, 2_000L);
        assertThat(later).isBetween(30_000L, 60_000L);
    }
}
