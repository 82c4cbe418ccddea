package com.pulsesms.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.TestPulse;
import com.pulsesms.core.contact.OptOuts;
import com.pulsesms.core.gateway.Handed;
import com.pulsesms.core.gateway.Phone;
import com.pulsesms.core.gateway.Report.Told;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.AtOnce;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.message.Lane;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.core.message.Messages.NewMessage;
import com.pulsesms.core.message.Route;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResendingTest {
    private final TestPulse pulse = new TestPulse();
    private final Resending resending = pulse.core().resending();
    private final Actor owner = pulse.owner();
    private final Phone phone = Phone.paired(pulse.core(), owner);

    private Message ended(Told told) {
        var message = pulse.queued(owner);
        phone.tell(phone.takeOne(), told);
        return pulse.again(owner, message);
    }

    private void refuses(String code, MessageId id) {
        assertThatThrownBy(() -> resending.message(owner, id))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void queuesTheTextOfAFailedMessageOnceMore() {
        var failed = ended(Told.FAILED);
        pulse.nudges();

        var again = resending.message(owner, failed.id());

        assertThat(again.origin().resendOf()).contains(failed.id());
        assertThat(again.text()).isEqualTo(failed.text());
        assertThat(pulse.nudges()).containsExactly(owner.organization());
        assertThat(phone.takeOne().claim().message()).isEqualTo(again.id());
        assertThat(pulse.again(owner, failed)).isEqualTo(failed);
    }

    @Test
    void refusesToSendTwiceWhatWasResent() {
        var failed = ended(Told.FAILED);
        resending.message(owner, failed.id());

        refuses("already_resent", failed.id());
        assertThat(phone.take()).hasSize(1);
    }

    @Test
    void sendsOnceWhenSeveralAskAtOnce() {
        var failed = ended(Told.UNKNOWN);

        var made = AtOnce.call(8, n -> {
            try {
                return Optional.of(resending.message(owner, failed.id()));
            } catch (Refusal.Conflict e) {
                return Optional.<Message>empty();
            }
        });

        assertThat(made.stream().filter(Optional::isPresent)).hasSize(1);
        assertThat(phone.take()).hasSize(1);
    }

    @Test
    void namesTheFirstMessageWhenAResendIsResent() {
        var failed = ended(Told.FAILED);
        var second = resending.message(owner, failed.id());
        phone.tell(phone.takeOne(), Told.FAILED);

        var third = resending.message(owner, second.id());

        assertThat(third.origin().resendOf()).contains(failed.id());
        refuses("already_resent", failed.id());
        refuses("already_resent", second.id());
        refuses("not_resendable", third.id());
    }

    @Test
    void refusesWhatLeftOrMayStillLeave() {
        refuses("not_resendable", pulse.queued(owner).id());
        phone.tell(phone.takeOne(), Told.SENT);
        refuses("not_resendable", ended(Told.DELIVERED).id());
        resending.message(owner, ended(Told.UNDELIVERED).id());
    }

    @Test
    void refusesAResendOfWhatTurnedOutToHaveLeft() {
        var message = pulse.queued(owner);
        var handed = phone.takeOne();
        phone.tell(handed, Told.UNKNOWN);
        var second = resending.message(owner, message.id());
        phone.tell(phone.takeOne(), Told.FAILED);
        phone.tell(handed, Told.SENT);

        refuses("not_resendable", second.id());
    }

    @Test
    void neverResendsByItself() {
        var unknown = ended(Told.UNKNOWN);
        pulse.clock().pass(Duration.ofDays(30));

        pulse.core().sweep().run();

        assertThat(phone.claim()).isEmpty();
        assertThat(pulse.status(owner, unknown)).isEqualTo(MessageStatus.UNKNOWN);
    }

    @Test
    void refusesThoseWhoOptedOutAndDevicesThatAreGone() {
        var failed = ended(Told.FAILED);
        pulse.core().optOuts().add(owner, OptOuts.Draft.of(failed.to().e164()));
        refuses("opted_out", failed.id());

        var other = Phone.paired(pulse.core(), owner);
        var route = new Route(Optional.of(other.device().id()), Optional.empty());
        var pinned = pulse.core()
                .messages()
                .send(owner, new NewMessage("0649999999", "Hello", Lane.NORMAL, route, Optional.empty()));
        other.tell(other.takeOne(), Told.FAILED);
        pulse.core().deviceRemoval().remove(owner, other.device().id());
        refuses("device_removed", pinned.id());
    }

    @Test
    void resendsAllOfACampaignOutsideItsCounters() {
        var campaign = pulse.expanded(owner, 4);
        var handed = phone.take();
        var told = new Told[] {Told.FAILED, Told.UNKNOWN, Told.SENT, Told.UNDELIVERED};
        for (var n = 0; n < told.length; n++) {
            phone.tell(handed.get(n), told[n]);
        }
        var before = pulse.progress(owner, campaign);

        var made = resending.campaign(owner, campaign.id(), EnumSet.of(MessageStatus.FAILED, MessageStatus.UNKNOWN));
        var again = resending.campaign(owner, campaign.id(), EnumSet.of(MessageStatus.FAILED, MessageStatus.UNKNOWN));

        assertThat(made).isEqualTo(2);
        assertThat(again).isZero();
        assertThat(phone.take())
                .extracting(Handed::text)
                .containsExactly(handed.get(0).text(), handed.get(1).text());
        assertThat(pulse.progress(owner, campaign)).isEqualTo(before);
    }

    @Test
    void resendsOnlyWhatMayBeResent() {
        var campaign = pulse.expanded(owner, 1);

        for (var statuses : Set.of(Set.<MessageStatus>of(), Set.of(MessageStatus.FAILED, MessageStatus.SENT))) {
            assertThatThrownBy(() -> resending.campaign(owner, campaign.id(), statuses))
                    .isInstanceOf(Refusal.Invalid.class);
        }
    }
}
