package com.pulsesms.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.StorageContract;
import com.pulsesms.core.contact.AnOptOut;
import com.pulsesms.core.contact.Contact;
import com.pulsesms.core.device.ADevice;
import com.pulsesms.core.gateway.AtDevice;
import com.pulsesms.core.kernel.ContactId;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.PhoneNumber;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.kernel.Walk;
import com.pulsesms.core.message.Failure;
import com.pulsesms.core.message.Lane;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageFilter;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.core.message.Route;
import com.pulsesms.core.organization.AnOrganization;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link CampaignStore} keeps when it makes messages and finds what is left undone. */
public interface ExpansionContract extends StorageContract {
    private CampaignStore store() {
        return storage().campaigns();
    }

    private Campaign started(OrganizationId organization, ContactListId... lists) {
        return ACampaign.started(storage(), ACampaign.stored(storage(), ACampaign.draft(organization, lists)));
    }

    private Optional<ContactId> expand(Campaign campaign, Expansion at, int size) {
        return call(() -> store().expand(campaign.expanded(at), size, Sample.NOW));
    }

    /** All pages of all lists, as the use case makes them. */
    private void expandAll(Campaign campaign, int size) {
        var at = Expansion.BEGIN;
        while (!at.finished()) {
            var current = at;
            at = expand(campaign, at, size)
                    .map(current::past)
                    .orElseGet(() -> current.nextList(campaign.lists().size()));
        }
    }

    /** Oldest first. */
    private List<Message> messages(Campaign campaign) {
        var made = new ArrayList<>(Walk.<Message>over(
                100,
                page -> call(() ->
                        storage().messages().page(campaign.organization(), MessageFilter.of(campaign.id()), page))));
        Collections.reverse(made);
        return made;
    }

    private static List<PhoneNumber> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Sample::number).toList();
    }

    private List<ContactId> contacts(OrganizationId organization, ContactListId list) {
        return Walk.<Contact>over(100, page -> call(() -> storage().contacts().entries(organization, list, page)))
                .stream()
                .map(Contact::id)
                .toList();
    }

    @Test
    default void makesAQueuedMessageForEachContact() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        var route = new Route(Optional.of(device.id()), Optional.of(1));
        var list = Audience.of(storage(), organization, 1);
        var campaign =
                ACampaign.started(storage(), ACampaign.stored(storage(), ACampaign.through(organization, route, list)));
        var contact = contacts(organization, list).get(0);

        expandAll(campaign, 10);

        var message = messages(campaign).get(0);
        assertThat(message.organization()).isEqualTo(organization);
        assertThat(message.origin()).isEqualTo(Message.Origin.of(campaign.id(), contact));
        assertThat(message.to()).isEqualTo(Sample.number(0));
        assertThat(message.text()).isEmpty();
        assertThat(message.lane()).isEqualTo(Lane.NORMAL);
        assertThat(message.route()).isEqualTo(route);
        assertThat(message.status()).isEqualTo(MessageStatus.QUEUED);
        assertThat(message.device()).isEmpty();
        assertThat(message.times())
                .isEqualTo(new Message.Times(Sample.NOW, Optional.empty(), Optional.empty(), Sample.NOW));
    }

    @Test
    default void givesMessagesTheDeadlineOfTheirCampaign() {
        var organization = AnOrganization.in(storage());
        var deadline = Optional.of(Sample.NOW.plusSeconds(3600));
        var draft = ACampaign.draft(organization, Audience.of(storage(), organization, 2))
                .until(deadline, Sample.NOW);
        var campaign = ACampaign.started(storage(), ACampaign.stored(storage(), draft));

        expandAll(campaign, 10);

        assertThat(messages(campaign)).extracting(Message::deadline).containsExactly(deadline, deadline);
    }

    @Test
    default void skipsNumbersThatAreOptedOut() {
        var organization = AnOrganization.in(storage());
        var campaign = started(organization, Audience.of(storage(), organization, 3));
        AnOptOut.in(storage(), organization, Sample.number(1));
        AnOptOut.in(storage(), AnOrganization.in(storage()), Sample.number(2));

        expandAll(campaign, 2);
        expandAll(campaign, 3);

        var messages = messages(campaign);
        assertThat(messages)
                .extracting(Message::status)
                .containsExactlyInAnyOrder(MessageStatus.QUEUED, MessageStatus.SKIPPED, MessageStatus.QUEUED);
        assertThat(messages)
                .filteredOn(message -> message.status() == MessageStatus.SKIPPED)
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.to()).isEqualTo(Sample.number(1));
                    assertThat(message.failure()).contains(Failure.OPTED_OUT);
                    assertThat(message.parts()).isZero();
                });
    }

    @Test
    default void makesMessagesInTheOrderOfContactsPageByPage() {
        var organization = AnOrganization.in(storage());
        var list = Audience.of(storage(), organization, 7);
        var campaign = started(organization, list);
        var contacts = contacts(organization, list);

        assertThat(expand(campaign, Expansion.BEGIN, 5)).contains(contacts.get(4));
        assertThat(messages(campaign)).extracting(Message::to).containsExactlyElementsOf(numbers(0, 5));

        var second = Expansion.BEGIN.past(contacts.get(4));
        assertThat(expand(campaign, second, 5)).contains(contacts.get(6));
        assertThat(messages(campaign)).extracting(Message::to).containsExactlyInAnyOrderElementsOf(numbers(0, 7));

        assertThat(expand(campaign, second.past(contacts.get(6)), 5)).isEmpty();
    }

    @Test
    default void makesNoMessageTwiceWhenAPageIsRepeated() {
        var organization = AnOrganization.in(storage());
        var list = Audience.of(storage(), organization, 4);
        var campaign = started(organization, list);

        var first = expand(campaign, Expansion.BEGIN, 3);
        var again = expand(campaign, Expansion.BEGIN, 3);

        assertThat(again).isEqualTo(first);
        assertThat(messages(campaign)).hasSize(3);
    }

    @Test
    default void leavesTheStatusOfMessagesAloneWhenAPageIsRepeated() {
        var organization = AnOrganization.in(storage());
        var campaign = started(organization, Audience.of(storage(), organization, 1));
        expand(campaign, Expansion.BEGIN, 3);
        var device = AtDevice.of(storage(), ADevice.in(storage(), organization));
        device.settle(device.accepted().get(0).claim().message(), MessageStatus.DELIVERED);

        expand(campaign, Expansion.BEGIN, 3);

        assertThat(messages(campaign)).extracting(Message::status).containsExactly(MessageStatus.DELIVERED);
    }

    @Test
    default void leavesNothingOfAPageThatIsUndone() {
        var organization = AnOrganization.in(storage());
        var campaign = started(organization, Audience.of(storage(), organization, 4));

        assertThatThrownBy(() -> run(() -> {
                    store().expand(campaign, 3, Sample.NOW);
                    throw new IllegalStateException("This failure is part of the test");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(messages(campaign)).isEmpty();
    }

    @Test
    default void writesOnceToANumberOnSeveralListsAndByTheFirstOfThem() {
        var organization = AnOrganization.in(storage());
        var first = Audience.with(storage(), organization, numbers(3, 6));
        var second = Audience.with(storage(), organization, numbers(0, 5));
        var campaign = started(organization, first, second);

        expandAll(campaign, 2);

        var messages = messages(campaign);
        assertThat(messages).extracting(Message::to).containsExactlyInAnyOrderElementsOf(numbers(0, 6));
        assertThat(messages)
                .filteredOn(message -> message.to().equals(Sample.number(4)))
                .extracting(message -> message.origin().contact())
                .containsExactly(Optional.of(contacts(organization, first).get(1)));
    }

    @Test
    default void writesToTheSameNumberInEachCampaign() {
        var organization = AnOrganization.in(storage());
        var list = Audience.of(storage(), organization, 2);
        var one = started(organization, list);
        var two = started(organization, list);

        expandAll(one, 10);
        expandAll(two, 10);

        assertThat(messages(one)).hasSize(2);
        assertThat(messages(two)).hasSize(2);
    }

    @Test
    default void goesPastAPageOfNumbersThatItHasMessagesFor() {
        var organization = AnOrganization.in(storage());
        var first = Audience.with(storage(), organization, numbers(0, 4));
        var second = Audience.with(storage(), organization, numbers(0, 6));
        var campaign = started(organization, first, second);
        expand(campaign, Expansion.BEGIN, 10);

        var at = new Expansion(1, Optional.empty(), false);

        assertThat(expand(campaign, at, 4))
                .contains(contacts(organization, second).get(3));
    }

    @Test
    default void makesNothingOfAListThatWasDeleted() {
        var organization = AnOrganization.in(storage());
        var list = Audience.of(storage(), organization, 2);
        var campaign = started(organization, list);
        run(() -> storage().contacts().delete(organization, list));

        assertThat(expand(campaign, Expansion.BEGIN, 5)).isEmpty();
        assertThat(messages(campaign)).isEmpty();
    }

    @Test
    default void leavesOutContactsThatWereDeleted() {
        var organization = AnOrganization.in(storage());
        var list = Audience.of(storage(), organization, 3);
        var campaign = started(organization, list);
        var middle = contacts(organization, list).get(1);
        run(() -> storage().contacts().delete(organization, list, middle));

        expandAll(campaign, 1);

        assertThat(messages(campaign))
                .extracting(Message::to)
                .containsExactlyInAnyOrder(Sample.number(0), Sample.number(2));
    }

    @Test
    default void writesToNobodyOfAnotherOrganization() {
        var organization = AnOrganization.in(storage());
        var theirs = Audience.of(storage(), AnOrganization.in(storage()), 3);
        var campaign = started(organization, Audience.of(storage(), organization, 0));
        var forged = campaign.expanded(Expansion.BEGIN);
        var forgedLists = new Campaign(
                forged.id(),
                organization,
                forged.name(),
                forged.template(),
                List.of(theirs),
                forged.route(),
                forged.deadline(),
                forged.status(),
                forged.expansion(),
                forged.rollOut(),
                forged.plan(),
                forged.createdAt(),
                forged.startedAt(),
                forged.completedAt(),
                forged.revision());

        assertThat(call(() -> store().expand(forgedLists, 10, Sample.NOW))).isEmpty();
        assertThat(messages(campaign)).isEmpty();
    }

    @Test
    default void findsCampaignsWhoseExpansionIsStuck() {
        var organization = AnOrganization.in(storage());
        var draft = ACampaign.stored(storage(), organization, 3);
        var untouched = started(organization, Audience.of(storage(), organization, 3));
        var finished = ACampaign.expanded(storage(), organization, 3);

        var stuck = stuckBefore(Sample.NOW.plusSeconds(1));

        assertThat(stuck).contains(ref(untouched)).doesNotContain(ref(draft), ref(finished));
        assertThat(stuckBefore(Sample.NOW.minusSeconds(1))).doesNotContain(ref(untouched));
    }

    @Test
    default void takesACampaignForStuckOnlySomeTimeAfterItsLastPage() {
        var organization = AnOrganization.in(storage());
        var campaign = started(organization, Audience.of(storage(), organization, 3));
        var worked = Sample.NOW.plusSeconds(100);

        run(() -> {
            var locked = store().lock(organization, campaign.id()).orElseThrow();
            var last = store().expand(locked, 1, worked).orElseThrow();
            store().update(locked.expanded(locked.expansion().past(last)));
        });

        assertThat(stuckBefore(worked)).doesNotContain(ref(campaign));
        assertThat(stuckBefore(worked.plusSeconds(1))).contains(ref(campaign));
    }

    @Test
    default void findsCampaignsThatAreOverButNotCompleted() {
        var organization = AnOrganization.in(storage());
        var empty = ACampaign.expanded(storage(), organization, 0);
        var waiting = ACampaign.expanded(storage(), organization, 1);
        var unfinished = started(organization, Audience.of(storage(), organization, 0));

        assertThat(ended()).contains(ref(empty)).doesNotContain(ref(waiting), ref(unfinished));

        run(() -> store().update(empty.completed(Sample.NOW)));
        assertThat(ended()).doesNotContain(ref(empty));
    }

    @Test
    default void takesACampaignForOverWhenNoMessageOfItIsOpen() {
        var organization = AnOrganization.in(storage());
        var campaign = ACampaign.expanded(storage(), organization, 2);
        var device = AtDevice.of(storage(), ADevice.in(storage(), organization));
        var claimed = device.accepted();

        device.settle(claimed.get(0).claim().message(), MessageStatus.SENT);
        assertThat(ended()).doesNotContain(ref(campaign));

        device.settle(claimed.get(1).claim().message(), MessageStatus.UNKNOWN);
        assertThat(ended()).contains(ref(campaign));
    }

    @Test
    default void findsNoMoreUnfinishedCampaignsThanAskedFor() {
        var organization = AnOrganization.in(storage());
        for (var n = 0; n < 3; n++) {
            started(organization, Audience.of(storage(), organization, 1));
            ACampaign.expanded(storage(), organization, 0);
        }

        assertThat(call(() -> store().stuck(Sample.NOW.plusSeconds(1), 2))).hasSize(2);
        assertThat(call(() -> store().ended(2))).hasSize(2);
    }

    private List<CampaignRef> stuckBefore(Instant time) {
        return call(() -> store().stuck(time, 10_000));
    }

    private List<CampaignRef> ended() {
        return call(() -> store().ended(10_000));
    }

    private static CampaignRef ref(Campaign campaign) {
        return new CampaignRef(campaign.organization(), campaign.id());
    }
}
