package com.pulsesms.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.CrashingTransactions;
import com.pulsesms.core.CrashingTransactions.Crash;
import com.pulsesms.core.TestPulse;
import com.pulsesms.core.gateway.Handed;
import com.pulsesms.core.gateway.Phone;
import com.pulsesms.core.gateway.Report.Told;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.AtOnce;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.kernel.Walk;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageFilter;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.core.message.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A campaign from its draft to its end, also across crashes. */
class CampaignLifeTest {
    private final AtomicReference<CrashingTransactions> node = new AtomicReference<>();
    private final TestPulse pulse = new TestPulse(storage -> {
        node.set(new CrashingTransactions(storage.transactions()));
        return TestPulse.with(storage, node.get());
    });
    private final Campaigns campaigns = pulse.core().campaigns();
    private final Actor owner = pulse.owner();

    private CampaignRef ref(Campaign campaign) {
        return new CampaignRef(owner.organization(), campaign.id());
    }

    private CampaignStatus status(Campaign campaign) {
        return pulse.progress(owner, campaign).campaign().status();
    }

    private List<Message> messages(Campaign campaign) {
        return Walk.over(200, page -> pulse.core().messages().page(owner, MessageFilter.of(campaign.id()), page));
    }

    private void pass(Duration time) {
        pulse.clock().pass(time);
        pulse.core().sweep().run();
    }

    @Test
    void sendsToEveryContactAndCompletesAfterTheLastMessage() {
        var draft = pulse.draft(owner, 3);
        assertThat(draft.status()).isEqualTo(CampaignStatus.DRAFT);

        var started = campaigns.start(owner, draft.id());
        assertThat(started.status()).isEqualTo(CampaignStatus.IN_PROGRESS);
        assertThat(started.startedAt()).contains(pulse.clock().instant());
        assertThat(messages(draft)).isEmpty();
        assertThat(pulse.nudges()).isEmpty();

        pulse.expandAll();
        assertThat(messages(draft)).hasSize(3);
        assertThat(pulse.nudges()).contains(owner.organization());

        var phone = Phone.paired(pulse.core(), owner);
        var taken = phone.take();
        assertThat(taken).extracting(Handed::text).containsExactlyInAnyOrder("Hi Ana 0!", "Hi Ana 1!", "Hi Ana 2!");
        phone.tell(taken.get(0), Told.DELIVERED);
        phone.tell(taken.get(1), Told.FAILED);
        assertThat(status(draft)).isEqualTo(CampaignStatus.IN_PROGRESS);

        pulse.clock().pass(Duration.ofSeconds(9));
        phone.tell(taken.get(2), Told.SENT);
        var done = pulse.progress(owner, draft);
        assertThat(done.campaign().status()).isEqualTo(CampaignStatus.COMPLETED);
        assertThat(done.campaign().completedAt()).contains(pulse.clock().instant());
        assertThat(done.counts().total()).isEqualTo(3);
        assertThat(done.counts().sent()).isEqualTo(2);
        assertThat(done.counts().delivered()).isEqualTo(1);
        assertThat(done.counts().failed()).isEqualTo(1);
        assertThat(done.counts().queued()).isZero();
    }

    @Test
    void takesDeliveriesAfterItsEnd() {
        var campaign = pulse.expanded(owner, 1);
        var phone = Phone.paired(pulse.core(), owner);
        var taken = phone.takeOne();
        phone.tell(taken, Told.SENT);
        var end = pulse.progress(owner, campaign).campaign().completedAt();

        pulse.clock().pass(Duration.ofMinutes(1));
        phone.tell(taken, Told.DELIVERED);

        assertThat(pulse.progress(owner, campaign).counts().delivered()).isEqualTo(1);
        assertThat(pulse.progress(owner, campaign).campaign().completedAt()).isEqualTo(end);
    }

    @Test
    void isStartedOnce() {
        var draft = pulse.draft(owner, 1);
        campaigns.start(owner, draft.id());

        assertThatThrownBy(() -> campaigns.start(owner, draft.id()))
                .isInstanceOfSatisfying(
                        Refusal.Conflict.class,
                        refused -> assertThat(refused.code()).isEqualTo("campaign_not_draft"));
        assertThat(pulse.work()).containsExactly(ref(draft));
    }

    @Test
    void isStartedOnceThoughTwoPeopleStartItAtOnce() {
        var draft = pulse.draft(owner, 1);

        var started = AtOnce.call(4, n -> {
            try {
                campaigns.start(owner, draft.id());
                return true;
            } catch (Refusal.Conflict already) {
                return false;
            }
        });

        assertThat(started).containsOnlyOnce(true);
    }

    @Test
    void isNeitherEditedNorDeletedOnceStarted() {
        var draft = pulse.draft(owner, 1);
        campaigns.start(owner, draft.id());
        var edit = Campaigns.Draft.of("Other", "Bye", draft.lists().get(0));

        assertThatThrownBy(() -> campaigns.edit(owner, draft.id(), edit)).isInstanceOf(Refusal.Conflict.class);
        assertThatThrownBy(() -> campaigns.delete(owner, draft.id())).isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void isEditedAndDeletedWhileADraft() {
        var draft = pulse.draft(owner, 1);
        var edit = Campaigns.Draft.of("Other", "Bye {{name}}", draft.lists().get(0));

        var edited = campaigns.edit(owner, draft.id(), edit);
        assertThat(edited.name()).isEqualTo("Other");
        assertThat(edited.template().source()).isEqualTo("Bye {{name}}");

        campaigns.delete(owner, draft.id());
        assertThatThrownBy(() -> campaigns.find(owner, draft.id())).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void completesAtOnceWithoutRecipients() {
        var campaign = pulse.expanded(owner, 0);

        assertThat(status(campaign)).isEqualTo(CampaignStatus.COMPLETED);
        assertThat(pulse.progress(owner, campaign).counts().total()).isZero();
    }

    @Test
    void completesWhenAllItsContactsAreGone() {
        var campaign = pulse.expanded(owner, 3);
        pulse.core().contacts().deleteList(owner, campaign.lists().get(0));

        assertThat(Phone.paired(pulse.core(), owner).claim()).isEmpty();

        assertThat(status(campaign)).isEqualTo(CampaignStatus.COMPLETED);
        assertThat(pulse.progress(owner, campaign).counts().of(MessageStatus.SKIPPED))
                .isEqualTo(3);
    }

    @Test
    void doesNotCompleteBeforeItsLastPage() {
        var draft = pulse.draft(owner, 2);
        campaigns.start(owner, draft.id());
        var phone = Phone.paired(pulse.core(), owner);

        assertThat(pulse.core().campaignWork().page(ref(draft))).isTrue();
        phone.tellAll(phone.take(), Told.SENT);
        pulse.core().sweep().run();
        assertThat(status(draft)).isEqualTo(CampaignStatus.IN_PROGRESS);

        assertThat(pulse.core().campaignWork().page(ref(draft))).isFalse();
        assertThat(status(draft)).isEqualTo(CampaignStatus.COMPLETED);
    }

    @Test
    void writesOnceToANumberOnSeveralLists() {
        var first = pulse.list(owner, 2);
        var second = pulse.list(owner, 3);
        var made = campaigns.create(owner, Campaigns.Draft.of("Sale", "Hi", first, second));
        assertThat(campaigns.preview(owner, "Hi", made.lists()).recipients()).isEqualTo(3);

        campaigns.start(owner, made.id());
        pulse.expandAll();

        assertThat(messages(made)).hasSize(3).extracting(Message::to).doesNotHaveDuplicates();
    }

    @Test
    void resumesWhereItStoppedWheneverItsNodeDies() {
        var first = pulse.list(owner, 5);
        var second = pulse.list(owner, 8);
        var made = campaigns.create(owner, Campaigns.Draft.of("Sale", "Hi {{name}}", first, second));
        campaigns.start(owner, made.id());

        var attempts = 0;
        var crashes = 0;
        var more = true;
        while (more) {
            // Every other time: before the commit of the page, which is made again by the next.
            node.get().crashIn(attempts++ % 2 + 1);
            try {
                more = pulse.core().campaignWork().page(ref(made));
            } catch (Crash crash) {
                crashes++;
            }
            node.get().crashIn(Integer.MAX_VALUE);
        }

        assertThat(crashes).isEqualTo(4);
        assertThat(messages(made)).hasSize(8).extracting(Message::to).doesNotHaveDuplicates();
    }

    @Test
    void makesNothingTwiceWhenSeveralNodesWorkAtOnce() {
        var draft = pulse.draft(owner, 50);
        campaigns.start(owner, draft.id());

        AtOnce.call(4, n -> {
            pulse.core().campaignWork().run(ref(draft));
            return n;
        });

        assertThat(messages(draft)).hasSize(50).extracting(Message::to).doesNotHaveDuplicates();
    }

    @Test
    void makesMoreThanOnePage() {
        var list = Audience.of(pulse.storage(), owner.organization(), CampaignWork.PAGE + 10);
        var made = campaigns.create(owner, Campaigns.Draft.of("Sale", "Hi", list));
        campaigns.start(owner, made.id());

        pulse.expandAll();

        assertThat(pulse.progress(owner, made).counts().queued()).isEqualTo(CampaignWork.PAGE + 10);
        assertThat(pulse.progress(owner, made).campaign().expansion().finished())
                .isTrue();
    }

    @Test
    void isWorkedOnAgainWhenTheNudgeOfItsStartGotLost() {
        var draft = pulse.draft(owner, 1);
        node.get().forgetActions(true);
        campaigns.start(owner, draft.id());
        node.get().forgetActions(false);
        assertThat(pulse.work()).isEmpty();

        pass(Duration.ofSeconds(29));
        assertThat(pulse.work()).isEmpty();

        pass(Duration.ofSeconds(2));
        assertThat(pulse.work()).containsExactly(ref(draft));
    }

    @Test
    void isWorkedOnAgainWhenItsNodeDiedBetweenTwoPages() {
        var draft = pulse.draft(owner, 1);
        campaigns.start(owner, draft.id());
        pulse.core().campaignWork().page(ref(draft));
        pulse.work();

        pass(Duration.ofSeconds(31));
        pulse.expandAll();

        assertThat(pulse.progress(owner, draft).campaign().expansion().finished())
                .isTrue();
        pass(Duration.ofSeconds(31));
        assertThat(pulse.work()).isEmpty();
    }

    @Test
    void completesInTheNextSweepWhenItsNodeDiedAfterTheLastReport() {
        var campaign = pulse.expanded(owner, 1);
        var phone = Phone.paired(pulse.core(), owner);
        var taken = phone.takeOne();
        node.get().forgetActions(true);
        phone.tell(taken, Told.SENT);
        node.get().forgetActions(false);
        assertThat(status(campaign)).isEqualTo(CampaignStatus.IN_PROGRESS);

        pulse.core().sweep().run();

        assertThat(status(campaign)).isEqualTo(CampaignStatus.COMPLETED);
    }

    @Test
    void completesInTheNextSweepWhenItsNodeDiedAfterTheLastPage() {
        var draft = pulse.draft(owner, 0);
        campaigns.start(owner, draft.id());
        node.get().forgetActions(true);
        pulse.expandAll();
        node.get().forgetActions(false);
        assertThat(status(draft)).isEqualTo(CampaignStatus.IN_PROGRESS);

        pulse.core().sweep().run();

        assertThat(status(draft)).isEqualTo(CampaignStatus.COMPLETED);
    }

    @Test
    void completesOnceWhenSeveralPhonesTellOfItsLastMessagesAtOnce() {
        var campaign = pulse.expanded(owner, 40);
        var phones = List.of(
                Phone.paired(pulse.core(), owner),
                Phone.paired(pulse.core(), owner),
                Phone.paired(pulse.core(), owner),
                Phone.paired(pulse.core(), owner));
        var taken = new ArrayList<List<Handed>>();
        for (var phone : phones) {
            var mine = phone.claim(10);
            phone.accept(mine);
            taken.add(mine);
        }

        AtOnce.call(4, n -> {
            phones.get(n).tellAll(taken.get(n), Told.DELIVERED);
            return n;
        });

        var done = pulse.progress(owner, campaign);
        assertThat(done.campaign().status()).isEqualTo(CampaignStatus.COMPLETED);
        assertThat(done.counts().delivered()).isEqualTo(40);
    }

    @Test
    void refusesATextWithVariablesThatNoContactHas() {
        var list = pulse.list(owner, 1);

        assertThatThrownBy(() -> campaigns.create(owner, Campaigns.Draft.of("Sale", "Hi {{nmae}} {{city}}", list)))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("nmae")
                .hasMessageContaining("city");
    }

    @Test
    void refusesWhatCantBeSentAtAll() {
        var list = pulse.list(owner, 1);
        var elsewhere = new Route(Optional.of(new DeviceId(Sample.id())), Optional.empty());

        for (var draft : List.of(
                Campaigns.Draft.of("Sale", "Hi {{name", list),
                Campaigns.Draft.of("Sale", "a".repeat(1531), list),
                Campaigns.Draft.of("Sale", "Hi"),
                Campaigns.Draft.of("Sale", "Hi", list, list),
                Campaigns.Draft.of("", "Hi", list),
                Campaigns.Draft.of("Sale", "Hi", new ContactListId(Sample.id())),
                new Campaigns.Draft("Sale", "Hi", List.of(list), elsewhere, Optional.empty()))) {
            assertThatThrownBy(() -> campaigns.create(owner, draft))
                    .as("%s", draft)
                    .isInstanceOf(Refusal.Invalid.class);
        }
    }

    @Test
    void isNotStartedWhenAListOfItWasDeletedSince() {
        var draft = pulse.draft(owner, 1);
        pulse.core().contacts().deleteList(owner, draft.lists().get(0));

        assertThatThrownBy(() -> campaigns.start(owner, draft.id())).isInstanceOf(Refusal.Invalid.class);
        assertThat(status(draft)).isEqualTo(CampaignStatus.DRAFT);
    }

    @Test
    void showsInAPreviewWhatEachContactWouldGet() {
        var list = pulse.list(owner, 2);

        var preview = campaigns.preview(owner, "Hi {{name}}, write to {{email}}", List.of(list));

        assertThat(preview.recipients()).isEqualTo(2);
        assertThat(preview.samples())
                .extracting(Campaigns.Sample::text)
                .containsExactly("Hi Ana 0, write to ", "Hi Ana 1, write to ");
        assertThat(preview.samples().get(0).missing()).containsExactly("email");
        assertThat(preview.samples().get(0).segments().parts()).isEqualTo(1);
    }
}
