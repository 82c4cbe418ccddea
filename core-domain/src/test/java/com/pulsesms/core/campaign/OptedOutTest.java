package com.pulsesms.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.TestPulse;
import com.pulsesms.core.contact.OptOuts;
import com.pulsesms.core.gateway.Phone;
import com.pulsesms.core.gateway.Report.Told;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.message.Failure;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageFilter;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.core.message.Messages.NewMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody who opted out is written to, whenever they did. */
class OptedOutTest {
    private final TestPulse pulse = new TestPulse();
    private final Actor owner = pulse.owner();
    private final Phone phone = Phone.paired(pulse.core(), owner);

    private void optOut(int... numbers) {
        for (var n : numbers) {
            pulse.core().optOuts().add(owner, OptOuts.Draft.of(Sample.number(n).e164()));
        }
    }

    private List<Message> skipped(Campaign campaign) {
        return pulse
                .core()
                .messages()
                .page(owner, MessageFilter.of(campaign.id()), PageRequest.first())
                .items()
                .stream()
                .filter(message -> message.status() == MessageStatus.SKIPPED)
                .toList();
    }

    @Test
    void skipsThoseWhoOptedOutBeforeTheStart() {
        optOut(1);

        var campaign = pulse.expanded(owner, 3);

        assertThat(skipped(campaign)).singleElement().satisfies(message -> {
            assertThat(message.to()).isEqualTo(Sample.number(1));
            assertThat(message.failure()).contains(Failure.OPTED_OUT);
            assertThat(message.parts()).isZero();
        });
        assertThat(phone.claim()).hasSize(2);
    }

    @Test
    void skipsThoseWhoOptedOutWhileTheirMessageWaited() {
        var campaign = pulse.expanded(owner, 3);
        optOut(0, 2);

        var handed = phone.take();
        phone.tellAll(handed, Told.SENT);

        assertThat(handed).singleElement().satisfies(one -> assertThat(one.to()).isEqualTo(Sample.number(1)));
        assertThat(skipped(campaign))
                .extracting(message -> message.failure().orElseThrow())
                .containsExactly(Failure.OPTED_OUT, Failure.OPTED_OUT);
        var progress = pulse.progress(owner, campaign);
        assertThat(progress.counts().of(MessageStatus.SKIPPED)).isEqualTo(2);
        assertThat(progress.campaign().status()).isEqualTo(CampaignStatus.COMPLETED);
    }

    @Test
    void takesBackWhatAPhoneWasHandedAndHasNotAccepted() {
        var campaign = pulse.expanded(owner, 2);
        var handed = phone.claim();
        optOut(0);

        var again = phone.claim();
        var accepted = phone.accept(handed);

        assertThat(again).singleElement().satisfies(one -> assertThat(one.to()).isEqualTo(Sample.number(1)));
        assertThat(accepted.accepted()).containsExactly(again.get(0).claim());
        assertThat(skipped(campaign)).hasSize(1);
    }

    @Test
    void completesACampaignToNobodyElse() {
        optOut(0, 1);

        var campaign = pulse.expanded(owner, 2);

        assertThat(pulse.progress(owner, campaign).campaign().status()).isEqualTo(CampaignStatus.COMPLETED);
        assertThat(phone.claim()).isEmpty();
    }

    @Test
    void completesACampaignWhoseLastRecipientsOptOutWhileTheyWait() {
        var campaign = pulse.expanded(owner, 2);
        optOut(0, 1);

        assertThat(phone.claim()).isEmpty();

        assertThat(pulse.progress(owner, campaign).campaign().status()).isEqualTo(CampaignStatus.COMPLETED);
    }

    @Test
    void writesAgainToWhoCameBack() {
        optOut(0);
        var optOut =
                pulse.core().optOuts().search(owner, Sample.number(0).e164()).orElseThrow();
        pulse.core().optOuts().remove(owner, optOut.id());

        pulse.expanded(owner, 1);

        assertThat(phone.claim()).hasSize(1);
    }

    @Test
    void refusesASingleMessageToThem() {
        optOut(1);
        var wish = NewMessage.of(Sample.number(1).e164(), "Hello");

        assertThatThrownBy(() -> pulse.core().messages().send(owner, wish))
                .isInstanceOfSatisfying(Refusal.Invalid.class, refused -> {
                    assertThat(refused.code()).isEqualTo("opted_out");
                    assertThat(refused.errors()).extracting("field").containsExactly("to");
                });
    }

    @Test
    void skipsASingleMessageWhoseRecipientOptedOutWhileItWaited() {
        var message = pulse.core()
                .messages()
                .send(owner, NewMessage.of(Sample.number(1).e164(), "Hello"));
        optOut(1);

        assertThat(phone.claim()).isEmpty();

        assertThat(pulse.again(owner, message).failure()).contains(Failure.OPTED_OUT);
    }

    @Test
    void holdsInOneOrganizationOnly() {
        var other = pulse.owner();
        pulse.core().optOuts().add(other, OptOuts.Draft.of(Sample.number(0).e164()));

        pulse.expanded(owner, 1);

        assertThat(phone.claim()).hasSize(1);
    }
}
