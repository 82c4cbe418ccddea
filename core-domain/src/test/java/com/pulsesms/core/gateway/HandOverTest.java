package com.pulsesms.core.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.pulsesms.core.TestPulse;
import com.pulsesms.core.campaign.Campaigns;
import com.pulsesms.core.contact.Contacts;
import com.pulsesms.core.device.Pace;
import com.pulsesms.core.gateway.Report.Told;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.ContactId;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.PhoneNumber;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.message.AMessage;
import com.pulsesms.core.message.Lane;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageFilter;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.core.message.Messages.NewMessage;
import com.pulsesms.core.message.Route;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Claiming, accepting and reporting, when all goes well and when answers get lost. */
class HandOverTest {
    private final TestPulse pulse = new TestPulse();
    private final HandOver handOver = pulse.core().handOver();
    private final Actor owner = pulse.owner();
    private final Phone phone = Phone.paired(pulse.core(), owner);
    private final Phone other = Phone.paired(pulse.core(), owner);

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
    void bringsAMessageFromTheQueueToItsDelivery() {
        var message = queued();

        var handed = phone.claim();
        assertThat(handed)
                .containsExactly(new Handed(
                        new Claim(message.id(), 1), message.to(), "Hello", Optional.empty(), Optional.empty()));
        assertThat(status(message)).isEqualTo(MessageStatus.DISPATCHED);

        assertThat(phone.accept(handed).accepted()).containsExactly(new Claim(message.id(), 1));
        phone.tell(handed.get(0), Told.SENT);
        assertThat(status(message)).isEqualTo(MessageStatus.SENT);

        phone.tell(handed.get(0), Told.DELIVERED);
        assertThat(status(message)).isEqualTo(MessageStatus.DELIVERED);
        assertThat(again(message).device()).contains(phone.device().id());
    }

    @Test
    void takesTheTimesOfSendingAndDeliveryFromThePhoneButNotFromTheFuture() {
        var message = queued();
        var handed = phone.takeOne();
        var now = pulse.clock().instant();
        var early = now.minusSeconds(30);

        phone.tell(new Report(1, handed.claim(), Told.SENT, early, 1, Optional.empty()));
        phone.tell(new Report(2, handed.claim(), Told.DELIVERED, now.plusSeconds(999), 1, Optional.empty()));

        assertThat(again(message).times().sentAt()).contains(early);
        assertThat(again(message).times().deliveredAt()).contains(now);
    }

    @Test
    void remembersHowManyPartsLeftWhicheverReportTellsIt() {
        var message = queued();
        var handed = phone.takeOne();

        phone.tell(
                new Report(1, handed.claim(), Told.SENT, Sample.NOW, 3, Optional.empty()),
                phone.report(handed, Told.DELIVERED));

        assertThat(again(message).parts()).isEqualTo(3);
    }

    @Test
    void offersAgainWhatWasClaimedWhenTheAnswerGotLost() {
        queued();
        var lost = phone.claim();

        assertThat(phone.claim()).isEqualTo(lost);
        assertThat(other.claim()).isEmpty();
    }

    @Test
    void addsWhatIsNewToWhatItOffersAgain() {
        queued();
        var lost = phone.claim();
        var next = queued();

        var handed = phone.claim();

        assertThat(handed).startsWith(lost.get(0));
        assertThat(handed).extracting(Handed::claim).contains(new Claim(next.id(), 1));
    }

    @Test
    void takesAnAcceptAgainWhenItsAnswerGotLost() {
        queued();
        var handed = phone.claim();
        var lost = phone.accept(handed);

        assertThat(phone.accept(handed)).isEqualTo(lost);
        assertThat(phone.claim()).isEmpty();
    }

    @Test
    void doesNotPostponeSilenceByAcceptingAgain() {
        var message = queued();
        var handed = phone.take();
        pulse.clock().pass(Duration.ofHours(71));
        phone.accept(handed);

        pass(Duration.ofHours(1));

        assertThat(status(message)).isEqualTo(MessageStatus.UNKNOWN);
    }

    @Test
    void acceptsWhatThePhoneNamesTwiceOnce() {
        queued();
        var handed = phone.claim().get(0);

        var answer = phone.accept(List.of(handed, handed));

        assertThat(answer.accepted()).containsOnly(handed.claim());
        assertThat(answer.dropped()).isEmpty();
    }

    @Test
    void dropsWhatAnotherDeviceHoldsByNow() {
        var message = queued();
        var late = phone.claim();
        pass(HandOver.LEASE.plusSeconds(1));
        var held = other.claim();

        assertThat(phone.accept(late).dropped()).containsExactly(new Claim(message.id(), 1));
        assertThat(other.accept(held).accepted()).containsExactly(new Claim(message.id(), 2));
        assertThat(phone.accept(held).dropped()).containsExactly(new Claim(message.id(), 2));
    }

    @Test
    void dropsWhatThePhoneItselfHeldUnderAnEarlierClaim() {
        var message = queued();
        var late = phone.claim();
        pass(HandOver.LEASE.plusSeconds(1));
        var held = phone.claim();

        var answer = handOver.accept(
                phone.device(), List.of(late.get(0).claim(), held.get(0).claim()));

        assertThat(answer.dropped()).containsExactly(new Claim(message.id(), 1));
        assertThat(answer.accepted()).containsExactly(new Claim(message.id(), 2));
    }

    @Test
    void dropsWhatNeverWas() {
        var nothing = new Claim(new MessageId(Sample.id()), 1);

        assertThat(handOver.accept(phone.device(), List.of(nothing)).dropped()).containsExactly(nothing);
    }

    @Test
    void dropsWhatEndedBeforeItWasAccepted() {
        var deadline = pulse.clock().instant().plusSeconds(30);
        var wish = new NewMessage("0641234567", "Hello", Lane.NORMAL, Route.ANY, Optional.of(deadline));
        var message = pulse.core().messages().send(owner, wish);
        var handed = phone.claim();
        assertThat(handed.get(0).sendWithin()).contains(Duration.ofSeconds(30));

        pass(Duration.ofSeconds(31));

        assertThat(status(message)).isEqualTo(MessageStatus.EXPIRED);
        assertThat(phone.accept(handed).dropped()).containsExactly(handed.get(0).claim());
    }

    @Test
    void takesReportsAnyNumberOfTimes() {
        var message = queued();
        var handed = phone.takeOne();
        var sent = phone.report(handed, Told.SENT);

        assertThat(phone.tell(sent).confirmed()).containsExactly(sent.seq());
        assertThat(phone.tell(sent, sent).confirmed()).containsExactly(sent.seq(), sent.seq());

        assertThat(status(message)).isEqualTo(MessageStatus.SENT);
    }

    @Test
    void takesReportsInAnyOrder() {
        var message = queued();
        var handed = phone.takeOne();

        phone.tell(phone.report(handed, Told.DELIVERED), phone.report(handed, Told.SENT));
        phone.tell(handed, Told.UNKNOWN);

        assertThat(status(message)).isEqualTo(MessageStatus.DELIVERED);
        assertThat(again(message).failure()).isEmpty();
    }

    @Test
    void rejectsReportsAboutAClaimThatEndedAndTakesTheOthers() {
        var first = queued();
        var late = phone.claim().get(0);
        pass(HandOver.LEASE.plusSeconds(1));
        var held = other.takeOne();
        var second = queued();
        var mine = phone.takeOne();
        var stale = phone.report(late, Told.SENT);
        var fresh = phone.report(mine, Told.SENT);

        var heard = phone.tell(stale, fresh);

        assertThat(heard.rejected()).containsExactly(new HandOver.Rejection(stale.seq(), "claim_not_yours"));
        assertThat(heard.confirmed()).containsExactly(fresh.seq());
        assertThat(status(first)).isEqualTo(MessageStatus.DISPATCHED);
        assertThat(status(second)).isEqualTo(MessageStatus.SENT);
        assertThat(held.claim().number()).isEqualTo(2);
    }

    @Test
    void confirmsReportsOfMessagesThatAreGone() {
        var gone = new Report(7, new Claim(new MessageId(Sample.id()), 1), Told.SENT, Sample.NOW, 1, Optional.empty());

        assertThat(phone.tell(gone)).isEqualTo(new HandOver.Heard(List.of(7L), List.of()));
    }

    @Test
    void listensToNoPhoneOfAnotherOrganization() {
        var message = queued();
        var handed = phone.claim();
        var stranger = Phone.paired(pulse.core(), pulse.owner());

        assertThat(stranger.claim()).isEmpty();
        assertThat(stranger.accept(handed).dropped())
                .containsExactly(handed.get(0).claim());
        stranger.tell(handed.get(0), Told.SENT);

        assertThat(status(message)).isEqualTo(MessageStatus.DISPATCHED);
        assertThat(phone.accept(handed).accepted()).hasSize(1);
    }

    @Test
    void queuesAgainWhatAPhoneGivesBack() {
        var message = queued();
        var handed = phone.takeOne();
        pulse.nudges();

        phone.tell(handed, Told.RETURNED);

        assertThat(status(message)).isEqualTo(MessageStatus.QUEUED);
        assertThat(pulse.nudges()).containsExactly(owner.organization());
        assertThat(other.takeOne().claim()).isEqualTo(new Claim(message.id(), 2));
    }

    @Test
    void countsAReturnOnceHoweverOftenItIsTold() {
        var message = queued();
        var handed = phone.takeOne();

        var first = phone.report(handed, Told.RETURNED);
        phone.tell(first, first);
        phone.tell(first);

        assertThat(returns(message)).isEqualTo(1);
    }

    private int returns(Message message) {
        return pulse.storage()
                .transactions()
                .call(() -> pulse.storage().handOver().lock(owner.organization(), List.of(message.id())))
                .get(0)
                .returns();
    }

    @Test
    void failsWhatWasGivenBackTooOften() {
        var message = queued();

        for (var time = 0; time < Hearing.RETURN_LIMIT; time++) {
            phone.tell(phone.takeOne(), Told.RETURNED);
            assertThat(status(message)).isEqualTo(MessageStatus.QUEUED);
        }
        phone.tell(phone.takeOne(), Told.RETURNED);

        assertThat(status(message)).isEqualTo(MessageStatus.FAILED);
        assertThat(again(message).failure()).contains("RESULT_ERROR_NO_SERVICE");
        assertThat(other.claim()).isEmpty();
    }

    @Test
    void doesNotQueueAgainWhatLeft() {
        var message = queued();
        var handed = phone.takeOne();
        phone.tell(handed, Told.SENT);

        phone.tell(handed, Told.RETURNED);

        assertThat(status(message)).isEqualTo(MessageStatus.SENT);
        assertThat(other.claim()).isEmpty();
    }

    @Test
    void expiresWhatThePhoneHadNoTimeToSend() {
        var message = queued();

        phone.tell(phone.takeOne(), Told.EXPIRED);

        assertThat(status(message)).isEqualTo(MessageStatus.EXPIRED);
    }

    @Test
    void neverHandsOutWhoseDeadlineHasPassed() {
        var deadline = pulse.clock().instant().plusSeconds(30);
        var message = AMessage.of(owner.organization()).until(deadline).in(pulse.storage());
        pulse.clock().set(deadline);

        assertThat(phone.claim()).isEmpty();

        assertThat(status(message)).isEqualTo(MessageStatus.EXPIRED);
    }

    @Test
    void handsUrgentMessagesFirst() {
        queued();
        var urgent = AMessage.of(owner.organization()).urgent().in(pulse.storage());

        assertThat(phone.claim(1))
                .extracting(handed -> handed.claim().message())
                .containsExactly(urgent.id());
    }

    @Test
    void keepsAPinnedMessageForItsDeviceAndSim() {
        var route = new Route(Optional.of(phone.device().id()), Optional.of(1));
        var message = pulse.core()
                .messages()
                .send(owner, new NewMessage("0641234567", "Hello", Lane.NORMAL, route, Optional.empty()));

        assertThat(other.claim()).isEmpty();
        var handed = phone.takeOne();
        assertThat(handed.claim().message()).isEqualTo(message.id());
        assertThat(handed.sim()).contains(1);
    }

    @Test
    void tellsForWhomMessagesWait() {
        var idle = pulse.owner();
        queued();
        var asked = Set.of(owner.organization(), idle.organization());

        assertThat(handOver.waiting(asked)).containsExactly(owner.organization());
        assertThat(handOver.waiting(Set.of())).isEmpty();
        phone.claim();
        assertThat(handOver.waiting(asked)).isEmpty();
    }

    @Test
    void refusesClaimsAndReportsBeyondReason() {
        assertThatThrownBy(() -> phone.claim(0)).isInstanceOf(Refusal.Invalid.class);
        assertThatThrownBy(() -> phone.claim(HandOver.CLAIM_LIMIT + 1)).isInstanceOf(Refusal.Invalid.class);
        queued();
        var report = phone.report(phone.takeOne(), Told.SENT);
        var tooMany = Collections.nCopies(HandOver.REPORT_LIMIT + 1, report);
        assertThatThrownBy(() -> handOver.report(phone.device(), tooMany)).isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void handsAPhoneNoMorePartsThanItsPaceLetsItSendInAMinute() {
        var slow = Phone.paired(pulse.core(), owner, Pace.of(10));
        AMessage.many(pulse.storage(), owner.organization(), 30);

        var first = slow.take();
        assertThat(first).hasSize(10);
        assertThat(slow.claim()).isEmpty();

        slow.tell(first.get(0), Told.SENT);
        assertThat(slow.claim()).hasSize(1);
    }

    @Test
    void countsLongTextsByTheirParts() {
        var slow = Phone.paired(pulse.core(), owner, Pace.of(10));
        var long1 = pulse.core().messages().send(owner, NewMessage.of("0641234561", "a".repeat(6 * 153)));
        var long2 = pulse.core().messages().send(owner, NewMessage.of("0641234562", "a".repeat(6 * 153)));
        var short3 = queued();

        assertThat(slow.take()).extracting(handed -> handed.claim().message()).containsExactly(long1.id());

        // It was claimed and went back, and so did the short one behind it, which must not overtake it for ever.
        assertThat(status(long2)).isEqualTo(MessageStatus.QUEUED);
        assertThat(status(short3)).isEqualTo(MessageStatus.QUEUED);
        assertThat(returns(long2)).isZero();
    }

    @Test
    void handsTheLongestTextToTheSlowestPhone() {
        var slow = Phone.paired(pulse.core(), owner, Pace.of(10));
        pulse.core().messages().send(owner, NewMessage.of("0641234561", "a".repeat(1530)));

        assertThat(slow.take()).hasSize(1);
        assertThat(slow.claim()).isEmpty();
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

    @Test
    void looksOnBehindAClaimOfWhichNothingCouldBeSent() {
        var deadline = pulse.clock().instant().plusSeconds(30);
        for (var n = 0; n < HandOver.CLAIM_LIMIT * 2; n++) {
            AMessage.of(owner.organization()).until(deadline).in(pulse.storage());
        }
        var good = AMessage.of(owner.organization()).in(pulse.storage());
        pulse.clock().set(deadline);

        assertThat(phone.claim()).extracting(handed -> handed.claim().message()).containsExactly(good.id());
    }
}
