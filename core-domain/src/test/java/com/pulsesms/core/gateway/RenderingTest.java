package com.pulsesms.core.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.pulsesms.core.TestPulse;
import com.pulsesms.core.campaign.Campaigns;
import com.pulsesms.core.contact.Contacts;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.ContactId;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.PhoneNumber;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.message.Failure;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageFilter;
import com.pulsesms.core.message.MessageStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the texts of campaigns are made when they are handed over. */
class RenderingTest {
    private final TestPulse pulse = new TestPulse();
    private final HandOver handOver = pulse.core().handOver();
    private final Actor owner = pulse.owner();
    private final Phone phone = Phone.paired(pulse.core(), owner);

    private Message queued() {
        return pulse.queued(owner);
    }

    private MessageStatus status(Message message) {
        return pulse.status(owner, message);
    }

    private Message again(Message message) {
        return pulse.again(owner, message);
    }

    private void pass(Duration time) {
        pulse.clock().pass(time);
        pulse.core().sweep().run();
    }

    @Test
    void writesACampaignsTextForEachContactAsItIsWhenItIsHandedOver() {
        var campaign = pulse.expanded(owner, 2);
        var list = campaign.lists().get(0);
        var contact = pulse.core()
                .contacts()
                .entries(owner, list, PageRequest.first())
                .items()
                .get(1);
        rename(contact.id(), list, "Maja");

        var handed = phone.claim();
        assertThat(handed).extracting(Handed::text).containsExactlyInAnyOrder("Hi Ana 0!", "Hi Maja!");

        rename(contact.id(), list, "Too late");
        assertThat(phone.claim()).isEqualTo(handed);
    }

    private void rename(ContactId contact, ContactListId list, String name) {
        var change = new Contacts.Change(Optional.empty(), Optional.of(name), Optional.empty(), Map.of());
        pulse.core().contacts().update(owner, list, contact, change);
    }

    @Test
    void skipsAContactThatWasDeletedBeforeItsMessageWasHandedOver() {
        var campaign = pulse.expanded(owner, 3);
        var list = campaign.lists().get(0);
        var contact = pulse.core()
                .contacts()
                .entries(owner, list, PageRequest.first())
                .items()
                .get(1);
        pulse.core().contacts().remove(owner, list, contact.id());

        assertThat(phone.claim()).hasSize(2).noneMatch(handed -> handed.to().equals(contact.phone()));

        assertThat(messagesTo(contact.phone()))
                .extracting(Message::status, Message::failure)
                .containsExactly(tuple(MessageStatus.SKIPPED, Optional.of(Failure.CONTACT_DELETED)));
    }

    private List<Message> messagesTo(PhoneNumber number) {
        var filter = new MessageFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(number));
        return pulse.core().messages().page(owner, filter, PageRequest.first()).items();
    }

    @Test
    void failsATextThatCantBeWrittenAloneAndNotItsBatch() {
        var list = pulse.list(owner, 2);
        var core = pulse.core();
        core.contacts().add(owner, list, contact("0641111111", "x".repeat(1000)));
        core.contacts().add(owner, list, contact("0642222222", "Short"));
        var draft = Campaigns.Draft.of("Sale", "{{note}}{{note}}", list);
        core.campaigns().start(owner, core.campaigns().create(owner, draft).id());
        pulse.expandAll();

        var handed = phone.claim();

        assertThat(handed).extracting(Handed::text).containsExactly("ShortShort");
        assertThat(messagesTo(new PhoneNumber("+381641111111")))
                .extracting(Message::failure)
                .containsExactly(Optional.of(Failure.TEXT_TOO_LONG));
        assertThat(messagesTo(Sample.number(0)))
                .extracting(Message::failure)
                .containsExactly(Optional.of(Failure.TEXT_EMPTY));
    }

    private static Contacts.Draft contact(String phone, String note) {
        return new Contacts.Draft(phone, Optional.empty(), Optional.empty(), Map.of("note", note));
    }
}
