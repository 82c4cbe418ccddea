package com.pulsesms.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.TestPulse;
import com.pulsesms.core.contact.OptOuts;
import com.pulsesms.core.gateway.Phone;
import com.pulsesms.core.gateway.Report.Told;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.ContactId;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.message.Lane;
import com.pulsesms.core.message.Message;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sending a campaign's text to one's own number first. */
class TestSendingTest {
    private static final String MINE = "064 999 9999";

    private final TestPulse pulse = new TestPulse();
    private final TestSending testing = pulse.core().testSending();
    private final Actor owner = pulse.owner();
    private final Phone phone = Phone.paired(pulse.core(), owner);
    private final Campaign campaign = pulse.draft(owner, 3);

    private Message send(Optional<ContactId> as) {
        return testing.send(owner, campaign.id(), MINE, as);
    }

    private ContactId contact(int n) {
        return pulse.core()
                .contacts()
                .entries(owner, campaign.lists().get(0), PageRequest.first())
                .items()
                .get(n)
                .id();
    }

    @Test
    void sendsWhatTheFirstContactWouldGet() {
        var sent = send(Optional.empty());

        assertThat(sent.to().e164()).isEqualTo("+381649999999");
        assertThat(sent.text()).contains("Hi Ana 0!");
        assertThat(sent.lane()).isEqualTo(Lane.URGENT);
        assertThat(phone.takeOne().text()).isEqualTo("Hi Ana 0!");
    }

    @Test
    void sendsWhatTheChosenContactWouldGet() {
        assertThat(send(Optional.of(contact(2))).text()).contains("Hi Ana 2!");
    }

    @Test
    void passesOverWhoOptedOut() {
        pulse.core().optOuts().add(owner, OptOuts.Draft.of(Sample.number(0).e164()));

        assertThat(send(Optional.empty()).text()).contains("Hi Ana 1!");
    }

    @Test
    void isNoPartOfTheCampaign() {
        send(Optional.empty());
        phone.tell(phone.takeOne(), Told.SENT);

        assertThat(pulse.progress(owner, campaign).campaign().status()).isEqualTo(CampaignStatus.DRAFT);
        assertThat(pulse.progress(owner, campaign).counts().total()).isZero();
        assertThat(pulse.messagesOf(owner, campaign)).isEmpty();
    }

    @Test
    void refusesWhatCanNotBeSent() {
        var empty = pulse.draft(owner, 0);

        assertThatThrownBy(() -> testing.send(owner, campaign.id(), "home", Optional.empty()))
                .isInstanceOf(Refusal.Invalid.class);
        assertThatThrownBy(() -> send(Optional.of(new ContactId(Sample.id())))).isInstanceOf(Refusal.Invalid.class);
        assertThatThrownBy(() -> testing.send(owner, empty.id(), MINE, Optional.empty()))
                .isInstanceOf(Refusal.Invalid.class);
        assertThat(phone.claim()).isEmpty();
    }
}
