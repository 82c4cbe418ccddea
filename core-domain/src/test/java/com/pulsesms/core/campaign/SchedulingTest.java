package com.pulsesms.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.CrashingTransactions;
import com.pulsesms.core.CrashingTransactions.Crash;
import com.pulsesms.core.TestPulse;
import com.pulsesms.core.gateway.Phone;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.AtOnce;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.organization.Organizations;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Campaigns that start by themselves, also across crashes. Tests happen at 10:00 in Belgrade, weeks before the clocks change. */
class SchedulingTest {
    private static final LocalDateTime IN_AN_HOUR = LocalDateTime.parse("2026-03-02T11:00");
    private static final Instant DUE = Instant.parse("2026-03-02T10:00:00Z");

    private final AtomicReference<CrashingTransactions> node = new AtomicReference<>();
    private final TestPulse pulse = new TestPulse(storage -> {
        node.set(new CrashingTransactions(storage.transactions()));
        return TestPulse.with(storage, node.get());
    });
    private final Scheduling scheduling = pulse.core().scheduling();
    private final Campaigns campaigns = pulse.core().campaigns();
    private final Actor owner = inBelgrade();

    private Actor inBelgrade() {
        var actor = pulse.owner();
        moveTo(actor, "Europe/Belgrade");
        return actor;
    }

    private void moveTo(Actor actor, String zone) {
        pulse.core().organizations().change(actor, Organizations.Change.NONE.at(ZoneId.of(zone)));
    }

    private Campaign again(Campaign campaign) {
        return pulse.progress(owner, campaign).campaign();
    }

    private void sweepAt(Instant time) {
        pulse.clock().pass(Duration.between(pulse.clock().instant(), time));
        pulse.core().sweep().run();
    }

    private static void refusedAs(String code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Refusal.Conflict.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void startsByItselfAtTheChosenTimeOfTheOrganizationsClocks() {
        var draft = pulse.draft(owner, 2);

        var scheduled = scheduling.schedule(owner, draft.id(), IN_AN_HOUR);
        assertThat(scheduled.status()).isEqualTo(CampaignStatus.SCHEDULED);
        assertThat(scheduled.plan().schedule().orElseThrow().due()).isEqualTo(DUE);

        sweepAt(DUE.minusSeconds(1));
        assertThat(again(draft).status()).isEqualTo(CampaignStatus.SCHEDULED);
        assertThat(pulse.work()).isEmpty();

        sweepAt(DUE);
        assertThat(again(draft).status()).isEqualTo(CampaignStatus.IN_PROGRESS);
        assertThat(again(draft).startedAt()).contains(DUE);
        pulse.expandAll();
        assertThat(Phone.paired(pulse.core(), owner).claim()).hasSize(2);
    }

    @Test
    void startsLateRatherThanNeverWhenNoNodeWasThereInTime() {
        var draft = pulse.draft(owner, 1);
        scheduling.schedule(owner, draft.id(), IN_AN_HOUR);

        sweepAt(DUE.plus(Duration.ofDays(3)));

        assertThat(again(draft).status()).isEqualTo(CampaignStatus.IN_PROGRESS);
    }

    @Test
    void keepsTheMomentWhenTheOrganizationMovesToAnotherZone() {
        var draft = pulse.draft(owner, 1);
        scheduling.schedule(owner, draft.id(), IN_AN_HOUR);

        moveTo(owner, "America/New_York");

        assertThat(again(draft).plan().schedule().orElseThrow().due()).isEqualTo(DUE);
    }

    @Test
    void saysHowATimeIsUnderstoodThatTheClocksSkipOrShowTwice() {
        var draft = pulse.draft(owner, 1);

        var skipped = scheduling
                .schedule(owner, draft.id(), LocalDateTime.parse("2026-03-29T02:30"))
                .plan()
                .schedule()
                .orElseThrow();
        assertThat(skipped.due()).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(skipped.shown()).isEqualTo("2026-03-29T03:30");
        assertThat(skipped.offset()).isEqualTo(ZoneOffset.ofHours(2));
        assertThat(skipped.adjusted()).isTrue();

        var twice = scheduling
                .schedule(owner, draft.id(), LocalDateTime.parse("2026-10-25T02:30"))
                .plan()
                .schedule()
                .orElseThrow();
        assertThat(twice.due()).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(twice.offset()).isEqualTo(ZoneOffset.ofHours(2));
        assertThat(twice.ambiguous()).isTrue();
        assertThat(twice.adjusted()).isFalse();
    }

    @Test
    void isScheduledAnewAndUnscheduled() {
        var draft = pulse.draft(owner, 1);
        scheduling.schedule(owner, draft.id(), IN_AN_HOUR);

        scheduling.schedule(owner, draft.id(), IN_AN_HOUR.plusHours(1));
        sweepAt(DUE);
        assertThat(again(draft).status()).isEqualTo(CampaignStatus.SCHEDULED);

        var unscheduled = scheduling.unschedule(owner, draft.id());
        assertThat(unscheduled.status()).isEqualTo(CampaignStatus.DRAFT);
        assertThat(unscheduled.plan()).isEqualTo(Plan.NONE);
        scheduling.unschedule(owner, draft.id());
        sweepAt(DUE.plus(Duration.ofDays(1)));
        assertThat(again(draft).status()).isEqualTo(CampaignStatus.DRAFT);
    }

    @Test
    void isStartedEarlierOrCanceledByHand() {
        var early = pulse.draft(owner, 1);
        scheduling.schedule(owner, early.id(), IN_AN_HOUR);
        campaigns.start(owner, early.id());
        var called = pulse.draft(owner, 1);
        scheduling.schedule(owner, called.id(), IN_AN_HOUR);
        var canceled = pulse.core().steering().cancel(owner, called.id());
        pulse.work();

        sweepAt(DUE);

        assertThat(pulse.work()).doesNotContain(new CampaignRef(owner.organization(), called.id()));
        assertThat(again(early).startedAt()).contains(early.createdAt());
        assertThat(canceled.status()).isEqualTo(CampaignStatus.CANCELED);
        assertThat(canceled.completedAt()).isPresent();
        assertThat(again(called)).isEqualTo(canceled);
    }

    @Test
    void refusesATimeThatIsOverOrTooFarAhead() {
        var draft = pulse.draft(owner, 1);

        for (var wrong : new LocalDateTime[] {
            LocalDateTime.parse("2026-03-02T10:00"),
            IN_AN_HOUR.minusYears(1),
            IN_AN_HOUR.plusYears(2),
            LocalDateTime.MAX
        }) {
            assertThatThrownBy(() -> scheduling.schedule(owner, draft.id(), wrong))
                    .as("%s", wrong)
                    .isInstanceOfSatisfying(
                            Refusal.Invalid.class,
                            invalid -> assertThat(invalid.errors())
                                    .extracting("field")
                                    .containsExactly("at"));
        }
        assertThat(again(draft)).isEqualTo(draft);
    }

    @Test
    void refusesWhatTheStatusDoesNotAllow() {
        var draft = pulse.draft(owner, 1);
        var edit = Campaigns.Draft.of("Other", "Bye", draft.lists().get(0));
        scheduling.schedule(owner, draft.id(), IN_AN_HOUR);
        refusedAs("campaign_not_draft", () -> campaigns.edit(owner, draft.id(), edit));
        refusedAs("campaign_not_draft", () -> campaigns.delete(owner, draft.id()));
        refusedAs("campaign_not_running", () -> pulse.core().steering().pause(owner, draft.id()));

        campaigns.start(owner, draft.id());
        refusedAs("campaign_not_draft", () -> scheduling.schedule(owner, draft.id(), IN_AN_HOUR));
        refusedAs("campaign_not_draft", () -> scheduling.unschedule(owner, draft.id()));
    }

    @Test
    void becomesADraftThatSaysWhyWhenItCantBeStartedInTime() {
        var draft = pulse.draft(owner, 1);
        scheduling.schedule(owner, draft.id(), IN_AN_HOUR);
        pulse.core().contacts().deleteList(owner, draft.lists().get(0));

        sweepAt(DUE);

        assertThat(again(draft).status()).isEqualTo(CampaignStatus.DRAFT);
        assertThat(again(draft).plan().refused().orElseThrow()).startsWith("No such contact list");
        assertThat(again(draft).plan().schedule().orElseThrow().due()).isEqualTo(DUE);
        assertThat(pulse.work()).isEmpty();
    }

    @Test
    void isNotScheduledIfItCouldNotBeStarted() {
        var draft = pulse.draft(owner, 1);
        pulse.core().contacts().deleteList(owner, draft.lists().get(0));

        assertThatThrownBy(() -> scheduling.schedule(owner, draft.id(), IN_AN_HOUR))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void isStartedOnceThoughSeveralNodesSeeThatItIsDue() {
        var draft = pulse.draft(owner, 1);
        scheduling.schedule(owner, draft.id(), IN_AN_HOUR);
        pulse.clock().pass(Duration.between(pulse.clock().instant(), DUE));
        var ref = new CampaignRef(owner.organization(), draft.id());

        AtOnce.call(4, n -> {
            scheduling.startDue(ref);
            return n;
        });

        assertThat(pulse.work()).containsExactly(ref);
    }

    @Test
    void isStartedByTheNextSweepWhenItsNodeDiesBeforeTheCommit() {
        var draft = pulse.draft(owner, 1);
        scheduling.schedule(owner, draft.id(), IN_AN_HOUR);
        pulse.clock().pass(Duration.between(pulse.clock().instant(), DUE));

        node.get().crashIn(1);
        assertThatThrownBy(() -> scheduling.startDue(new CampaignRef(owner.organization(), draft.id())))
                .isInstanceOf(Crash.class);
        assertThat(again(draft).status()).isEqualTo(CampaignStatus.SCHEDULED);
        assertThat(pulse.work()).isEmpty();

        pulse.core().sweep().run();
        pulse.expandAll();
        assertThat(again(draft).expansion().finished()).isTrue();
    }

    @Test
    void isMadeIntoMessagesThoughItsNodeDiesAfterTheCommit() {
        var draft = pulse.draft(owner, 1);
        scheduling.schedule(owner, draft.id(), IN_AN_HOUR);
        node.get().forgetActions(true);
        sweepAt(DUE);
        node.get().forgetActions(false);
        assertThat(again(draft).status()).isEqualTo(CampaignStatus.IN_PROGRESS);
        assertThat(pulse.work()).isEmpty();

        sweepAt(DUE.plusSeconds(31));
        pulse.expandAll();

        assertThat(again(draft).expansion().finished()).isTrue();
    }

    @Test
    void changesNothingWhenTheNodeDiesBeforeAScheduleIsCommitted() {
        var draft = pulse.draft(owner, 1);

        node.get().crashIn(1);
        assertThatThrownBy(() -> scheduling.schedule(owner, draft.id(), IN_AN_HOUR))
                .isInstanceOf(Crash.class);

        assertThat(again(draft)).isEqualTo(draft);
    }
}
