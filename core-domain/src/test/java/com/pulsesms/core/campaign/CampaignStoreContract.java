package com.pulsesms.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.device.ADevice;
import com.pulsesms.core.kernel.AtOnce;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.ContactId;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.kernel.Walk;
import com.pulsesms.core.message.Route;
import com.pulsesms.core.organization.AnOrganization;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link CampaignStore} keeps about campaigns; the rest stands in {@link ExpansionContract} and {@link RollOutContract}. */
public interface CampaignStoreContract extends ExpansionContract, RollOutContract {
    private CampaignStore store() {
        return storage().campaigns();
    }

    private Campaign inserted() {
        return ACampaign.stored(storage(), AnOrganization.in(storage()), 0);
    }

    private Campaign again(Campaign campaign) {
        return call(() -> store().find(campaign.organization(), campaign.id())).orElseThrow();
    }

    @Test
    default void listsCampaignsInOneStatus() {
        var draft = inserted();
        var none = Optional.of(CampaignStatus.COMPLETED);

        var drafts =
                call(() -> store().page(draft.organization(), Optional.of(CampaignStatus.DRAFT), PageRequest.first()));

        assertThat(drafts.items()).extracting(Campaign::id).containsExactly(draft.id());
        assertThat(call(() -> store().page(draft.organization(), none, PageRequest.first()))
                        .items())
                .isEmpty();
    }

    @Test
    default void findsACampaignAsItWasInserted() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        var campaign = ACampaign.through(
                        organization,
                        new Route(Optional.of(device.id()), Optional.of(1)),
                        Audience.of(storage(), organization, 0),
                        Audience.of(storage(), organization, 0))
                .until(Optional.of(Sample.NOW.plusSeconds(60)), Sample.NOW);

        run(() -> store().insert(campaign));

        assertThat(again(campaign)).isEqualTo(campaign);
        assertThat(call(() -> store().find(organization, new CampaignId(Sample.id()))))
                .isEmpty();
    }

    @Test
    default void keepsTheListsOfACampaignInTheOrderChosen() {
        var organization = AnOrganization.in(storage());
        var lists = Stream.generate(() -> Audience.of(storage(), organization, 0))
                .limit(3)
                .toList();
        var campaign = ACampaign.draft(organization, lists.get(1), lists.get(2), lists.get(0));

        run(() -> store().insert(campaign));

        assertThat(again(campaign).lists()).containsExactly(lists.get(1), lists.get(2), lists.get(0));
    }

    @Test
    default void savesAnEditedCampaignAndRaisesItsRevision() {
        var campaign = inserted();
        var other = Audience.of(storage(), campaign.organization(), 0);
        var text = Template.parse("Bye {{name}}");

        var deadline = Optional.of(Sample.NOW.plusSeconds(3600));
        run(() -> store().update(campaign.edited("Autumn", text, List.of(other), Route.ANY)
                .until(deadline, Sample.NOW)));

        var edited = again(campaign);
        assertThat(edited.deadline()).isEqualTo(deadline);
        assertThat(edited.name()).isEqualTo("Autumn");
        assertThat(edited.template()).isEqualTo(text);
        assertThat(edited.lists()).containsExactly(other);
        assertThat(edited.revision()).isEqualTo(1);
    }

    @Test
    default void savesEachStepOfACampaignsLife() {
        var campaign = inserted();
        var started = ACampaign.started(storage(), campaign);
        assertThat(started.status()).isEqualTo(CampaignStatus.IN_PROGRESS);
        assertThat(started.startedAt()).contains(Sample.NOW);

        var contact = new ContactId(Sample.id());
        run(() -> store().update(started.expanded(started.expansion().past(contact))));
        assertThat(again(campaign).expansion()).isEqualTo(new Expansion(0, Optional.of(contact), false));

        run(() -> store().update(again(campaign).expanded(Expansion.BEGIN.nextList(1))));
        assertThat(again(campaign).expansion()).isEqualTo(new Expansion(1, Optional.empty(), true));

        run(() -> store().update(again(campaign).completed(Sample.NOW.plusSeconds(60))));
        assertThat(again(campaign).status()).isEqualTo(CampaignStatus.COMPLETED);
        assertThat(again(campaign).completedAt()).contains(Sample.NOW.plusSeconds(60));
        assertThat(again(campaign).revision()).isEqualTo(4);
    }

    @Test
    default void findsTheCampaignsOfAnOrganizationThatAreInProgress() {
        var organization = AnOrganization.in(storage());
        ACampaign.stored(storage(), organization, 0);
        var expanding = ACampaign.started(storage(), ACampaign.stored(storage(), organization, 1));
        var expanded = ACampaign.expanded(storage(), organization, 1);
        var completed = ACampaign.expanded(storage(), organization, 0);
        run(() -> store().update(completed.completed(Sample.NOW)));
        ACampaign.expanded(storage(), AnOrganization.in(storage()), 1);

        assertThat(call(() -> store().inProgress(organization))).containsExactlyInAnyOrder(expanding, expanded);
    }

    @Test
    default void savesHowFarAPauseHasReached() {
        var started = ACampaign.started(storage(), inserted());
        var message = new MessageId(Sample.id());

        run(() -> store().update(started.paused()));
        assertThat(again(started).status()).isEqualTo(CampaignStatus.PAUSED);
        assertThat(again(started).rollOut()).contains(RollOut.BEGIN);

        run(() -> store().update(again(started).rolledOut(Optional.of(RollOut.BEGIN.past(message)))));
        assertThat(again(started).rollOut()).contains(new RollOut(Optional.of(message)));

        run(() -> store().update(again(started).rolledOut(Optional.empty())));
        assertThat(again(started).rollOut()).isEmpty();
    }

    @Test
    default void savesWhenACampaignIsToStart() {
        var campaign = inserted();
        var schedule = Schedule.of(LocalDateTime.parse("2026-03-29T02:30"), ZoneId.of("Europe/Belgrade"));

        run(() -> store().update(campaign.scheduled(schedule, Sample.NOW)));
        assertThat(again(campaign).status()).isEqualTo(CampaignStatus.SCHEDULED);
        assertThat(again(campaign).plan()).isEqualTo(new Plan(Optional.of(schedule), Optional.empty()));

        run(() -> store().update(again(campaign).startRefused("A list is gone")));
        assertThat(again(campaign).plan()).isEqualTo(new Plan(Optional.of(schedule), Optional.of("A list is gone")));

        run(() -> store().update(again(campaign).unscheduled()));
        assertThat(again(campaign).plan()).isEqualTo(Plan.NONE);
    }

    @Test
    default void findsCampaignsThatAreDue() {
        var due = Sample.NOW.plusSeconds(3600);
        var schedule = Schedule.of(LocalDateTime.ofInstant(due, ZoneOffset.UTC), ZoneOffset.UTC);
        var campaign = inserted();
        var other = inserted();
        run(() -> store().update(campaign.scheduled(schedule, Sample.NOW)));
        run(() -> store().update(other.scheduled(schedule, Sample.NOW)));
        run(() -> store().update(again(other).unscheduled()));

        assertThat(dueAt(due.minusSeconds(1))).doesNotContain(ref(campaign));
        assertThat(dueAt(due)).contains(ref(campaign)).doesNotContain(ref(other));

        run(() -> store().update(again(campaign).started(due)));
        assertThat(dueAt(due)).doesNotContain(ref(campaign));
    }

    private List<CampaignRef> dueAt(Instant now) {
        return call(() -> store().due(now, 10_000));
    }

    private static CampaignRef ref(Campaign campaign) {
        return new CampaignRef(campaign.organization(), campaign.id());
    }

    @Test
    default void refusesToSaveAStaleCampaign() {
        var campaign = inserted();
        ACampaign.started(storage(), campaign);

        refusesAs("stale", () -> store().update(campaign.started(Sample.NOW.plusSeconds(9))));

        assertThat(again(campaign).startedAt()).contains(Sample.NOW);
    }

    @Test
    default void deletesACampaignAndNoOther() {
        var campaign = inserted();
        var other = ACampaign.stored(storage(), campaign.organization(), 0);

        run(() -> store().delete(campaign.organization(), campaign.id()));

        assertThat(call(() -> store().find(campaign.organization(), campaign.id())))
                .isEmpty();
        assertThat(again(other)).isEqualTo(other);
    }

    @Test
    default void listsCampaignsNewestFirst() {
        var organization = AnOrganization.in(storage());
        var campaigns = Stream.generate(() -> ACampaign.stored(storage(), organization, 0))
                .limit(5)
                .toList();

        var listed = Walk.<Campaign>over(2, page -> call(() -> store().page(organization, page)));

        assertThat(listed)
                .containsExactly(
                        campaigns.get(4), campaigns.get(3), campaigns.get(2), campaigns.get(1), campaigns.get(0));
    }

    @Test
    default void letsOneTransactionAtATimeLockACampaign() {
        var campaign = ACampaign.started(storage(), inserted());

        AtOnce.call(4, thread -> {
            for (var step = 0; step < 5; step++) {
                run(() -> {
                    var locked =
                            store().lock(campaign.organization(), campaign.id()).orElseThrow();
                    var next = new Expansion(locked.expansion().list() + 1, Optional.empty(), false);
                    store().update(locked.expanded(next));
                });
            }
            return thread;
        });

        assertThat(again(campaign).expansion().list()).isEqualTo(20);
    }

    @Test
    default void showsACampaignToItsOwnOrganizationOnly() {
        var other = AnOrganization.in(storage());
        var campaign = inserted();

        assertThat(call(() -> store().find(other, campaign.id()))).isEmpty();
        assertThat(call(() -> store().lock(other, campaign.id()))).isEmpty();
        assertThat(call(() -> store().page(other, PageRequest.first())).items()).isEmpty();
    }

    @Test
    default void letsNoOtherOrganizationChangeACampaign() {
        var other = AnOrganization.in(storage());
        var campaign = inserted();
        var forged = forged(campaign, other, Audience.of(storage(), other, 0));

        refuses(() -> store().update(forged));
        run(() -> store().delete(other, campaign.id()));

        assertThat(again(campaign)).isEqualTo(campaign);
    }

    private static Campaign forged(Campaign campaign, OrganizationId by, ContactListId list) {
        var theirs = ACampaign.draft(by, list);
        return Campaign.draft(
                campaign.id(), by, "Forged", theirs.template(), theirs.lists(), theirs.route(), theirs.createdAt());
    }
}
