package com.pulsesms.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.TestPulse;
import com.pulsesms.core.gateway.Phone;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Campaigns of which nothing leaves after a time. */
class DeadlineTest {
    private final TestPulse pulse = new TestPulse();
    private final Campaigns campaigns = pulse.core().campaigns();
    private final Actor owner = pulse.owner();
    private final Phone phone = Phone.paired(pulse.core(), owner);
    private final Instant deadline = pulse.clock().instant().plus(Duration.ofHours(2));

    private Campaign draft(int contacts) {
        return campaigns.create(owner, wish(contacts).until(deadline));
    }

    private Campaigns.Draft wish(int contacts) {
        return Campaigns.Draft.of("Sale", "Hi {{name}}!", pulse.list(owner, contacts));
    }

    private Campaign running(int contacts) {
        var draft = draft(contacts);
        campaigns.start(owner, draft.id());
        pulse.expandAll();
        return draft;
    }

    private void sweepAt(Instant time) {
        pulse.clock().set(time);
        pulse.core().sweep().run();
    }

    private static void refusedAt(String field, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refused -> assertThat(refused.errors().get(0).field()).isEqualTo(field));
    }

    @Test
    void expiresWhatHasNotLeftAndCompletes() {
        var campaign = running(3);
        phone.accept(phone.claim(1));

        sweepAt(deadline);

        assertThat(pulse.messagesOf(owner, campaign))
                .extracting(Message::status)
                .containsExactlyInAnyOrder(MessageStatus.EXPIRED, MessageStatus.EXPIRED, MessageStatus.DISPATCHED);
        assertThat(phone.claim()).isEmpty();
        assertThat(pulse.progress(owner, campaign).counts().failed()).isEqualTo(2);
    }

    @Test
    void tellsPhonesHowLongTheyMaySend() {
        running(1);
        pulse.clock().set(deadline.minusSeconds(90));

        assertThat(phone.takeOne().sendWithin()).contains(Duration.ofSeconds(90));
    }

    @Test
    void expiresWhatWaitsInAPausedCampaignToo() {
        var campaign = running(2);
        pulse.core().steering().pause(owner, campaign.id());
        pulse.expandAll();

        sweepAt(deadline);

        assertThat(pulse.progress(owner, campaign).counts().failed()).isEqualTo(2);
    }

    @Test
    void isRefusedWhereItHasPassedOrIsTooFarAhead() {
        var draft = draft(1);

        for (var wrong : new Instant[] {pulse.clock().instant(), deadline.plus(Duration.ofDays(1_000)), Instant.MAX}) {
            refusedAt("deadline", () -> campaigns.create(owner, wish(1).until(wrong)));
            refusedAt("deadline", () -> campaigns.edit(owner, draft.id(), wish(1).until(wrong)));
        }
    }

    @Test
    void letsNoCampaignStartThatComesTooLate() {
        var draft = draft(1);
        pulse.clock().set(deadline);

        refusedAt("deadline", () -> campaigns.start(owner, draft.id()));

        assertThat(pulse.work()).isEmpty();
    }

    @Test
    void isAfterAScheduledStart() {
        var draft = draft(1);
        var at = LocalDateTime.ofInstant(deadline, ZoneOffset.UTC);
        var scheduling = pulse.core().scheduling();

        refusedAt("at", () -> scheduling.schedule(owner, draft.id(), at));

        assertThat(scheduling.schedule(owner, draft.id(), at.minusMinutes(1)).status())
                .isEqualTo(CampaignStatus.SCHEDULED);
    }

    @Test
    void makesADraftOfACampaignThatNoNodeCouldStartInTime() {
        var draft = draft(1);
        var at = LocalDateTime.ofInstant(deadline, ZoneOffset.UTC).minusMinutes(1);
        pulse.core().scheduling().schedule(owner, draft.id(), at);

        sweepAt(deadline);

        var refused = pulse.progress(owner, draft).campaign();
        assertThat(refused.status()).isEqualTo(CampaignStatus.DRAFT);
        assertThat(refused.plan().refused().orElseThrow()).contains("deadline");
    }

    @Test
    void isLeftOutOfADuplicateAndTakenAwayByAnEdit() {
        var draft = draft(1);

        assertThat(campaigns.duplicate(owner, draft.id()).deadline()).isEmpty();
        assertThat(campaigns.edit(owner, draft.id(), wish(1)).deadline()).isEmpty();
    }
}
