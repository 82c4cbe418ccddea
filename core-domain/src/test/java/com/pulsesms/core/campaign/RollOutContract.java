package com.pulsesms.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.StorageContract;
import com.pulsesms.core.device.ADevice;
import com.pulsesms.core.gateway.AtDevice;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.kernel.Walk;
import com.pulsesms.core.message.Lane;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageFilter;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.core.organization.AnOrganization;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link CampaignStore} keeps when a campaign's status is rolled out over its messages. */
public interface RollOutContract extends StorageContract {
    Instant LATER = Sample.NOW.plusSeconds(30);

    private CampaignStore store() {
        return storage().campaigns();
    }

    /** Newest first. */
    private List<Message> messages(Campaign campaign) {
        return Walk.over(
                100,
                page -> call(() ->
                        storage().messages().page(campaign.organization(), MessageFilter.of(campaign.id()), page)));
    }

    private List<MessageId> ids(Campaign campaign) {
        return messages(campaign).stream().map(Message::id).toList();
    }

    private AtDevice device(OrganizationId organization) {
        return AtDevice.of(storage(), ADevice.in(storage(), organization));
    }

    private Campaign paused(Campaign campaign) {
        return ACampaign.steered(storage(), campaign, Campaign::paused);
    }

    private Campaign canceled(Campaign campaign) {
        return ACampaign.steered(storage(), campaign, c -> c.canceled(LATER));
    }

    private List<MessageId> rollOut(Campaign campaign, int size) {
        return call(() -> {
            var looked = store().lockToRollOut(campaign, size);
            store().rollOut(campaign, looked, LATER);
            return looked;
        });
    }

    private boolean waits(OrganizationId organization) {
        return call(() -> storage().handOver().waiting(Set.of(organization), Lane.ALL))
                .contains(organization);
    }

    @Test
    default void holdsWhatWaitsWhenACampaignIsPaused() {
        var organization = AnOrganization.in(storage());
        var campaign = ACampaign.expanded(storage(), organization, 3);
        var before = messages(campaign);

        rollOut(paused(campaign), 10);

        assertThat(messages(campaign)).isEqualTo(before);
        assertThat(waits(organization)).isFalse();
        assertThat(device(organization).claimed()).isEmpty();
    }

    @Test
    default void releasesWhatWasHeldWhenACampaignIsResumed() {
        var organization = AnOrganization.in(storage());
        var campaign = ACampaign.expanded(storage(), organization, 3);
        rollOut(paused(campaign), 10);

        rollOut(ACampaign.steered(storage(), campaign, Campaign::resumed), 10);

        assertThat(waits(organization)).isTrue();
        assertThat(device(organization).claimed()).hasSize(3);
    }

    @Test
    default void takesBackWhatWasNotAcceptedWhenACampaignIsPaused() {
        var organization = AnOrganization.in(storage());
        var campaign = ACampaign.expanded(storage(), organization, 3);
        device(organization).claimed(1);
        var accepting = device(organization);
        var accepted = accepting.claimed(1).get(0).claim().message();
        accepting.accept(List.of(accepted));

        rollOut(paused(campaign), 10);

        assertThat(messages(campaign)).allSatisfy(message -> {
            var isAccepted = message.id().equals(accepted);
            assertThat(message.status()).isEqualTo(isAccepted ? MessageStatus.DISPATCHED : MessageStatus.QUEUED);
            assertThat(message.device().isPresent()).isEqualTo(isAccepted);
        });
        assertThat(device(organization).claimed()).isEmpty();
        assertThat(call(() -> storage().handOver().lock(organization, ids(campaign))))
                .allSatisfy(held -> assertThat(held.returns()).isZero());
    }

    @Test
    default void cancelsWhatNoDeviceAcceptedWhenACampaignIsCanceled() {
        var organization = AnOrganization.in(storage());
        var campaign = ACampaign.expanded(storage(), organization, 3);
        device(organization).claimed(1);
        var accepting = device(organization);
        var accepted = accepting.claimed(1).get(0).claim().message();
        accepting.accept(List.of(accepted));

        rollOut(canceled(campaign), 10);

        assertThat(messages(campaign)).allSatisfy(message -> {
            if (message.id().equals(accepted)) {
                assertThat(message.status()).isEqualTo(MessageStatus.DISPATCHED);
            } else {
                assertThat(message.status()).isEqualTo(MessageStatus.CANCELED);
                assertThat(message.failure()).isEmpty();
                assertThat(message.parts()).isZero();
                assertThat(message.times().changedAt()).isEqualTo(LATER);
            }
        });
    }

    @Test
    default void cancelsWhatIsHeld() {
        var organization = AnOrganization.in(storage());
        var campaign = ACampaign.expanded(storage(), organization, 2);
        rollOut(paused(campaign), 10);

        rollOut(canceled(campaign), 10);

        assertThat(messages(campaign)).extracting(Message::status).containsOnly(MessageStatus.CANCELED);
    }

    @Test
    default void leavesAloneWhatHasItsEnd() {
        var organization = AnOrganization.in(storage());
        var campaign = ACampaign.expanded(storage(), organization, 2);
        var device = device(organization);
        var ids = device.accepted().stream().map(c -> c.claim().message()).toList();
        device.settle(ids.get(0), MessageStatus.SENT);
        device.settle(ids.get(1), MessageStatus.FAILED);
        var before = messages(campaign);

        assertThat(rollOut(canceled(campaign), 10)).isEmpty();

        assertThat(messages(campaign)).isEqualTo(before);
    }

    @Test
    default void reachesTheNewestFirstAndAPageAtATime() {
        var organization = AnOrganization.in(storage());
        var campaign = ACampaign.expanded(storage(), organization, 5);
        device(organization).claimed(2);
        var ids = ids(campaign);
        var paused = paused(campaign);

        assertThat(rollOut(paused, 3)).containsExactlyElementsOf(ids.subList(0, 3));
        var next = paused.rolledOut(Optional.of(RollOut.BEGIN.past(ids.get(2))));
        assertThat(rollOut(next, 3)).containsExactlyElementsOf(ids.subList(3, 5));
        var last = paused.rolledOut(Optional.of(RollOut.BEGIN.past(ids.get(4))));
        assertThat(rollOut(last, 3)).isEmpty();

        assertThat(waits(organization)).isFalse();
    }

    @Test
    default void reachesNoMessageOfAnotherCampaign() {
        var organization = AnOrganization.in(storage());
        var campaign = ACampaign.expanded(storage(), organization, 1);
        var other = ACampaign.expanded(storage(), organization, 2);

        rollOut(canceled(campaign), 10);

        assertThat(messages(other)).extracting(Message::status).containsOnly(MessageStatus.QUEUED);
        assertThat(device(organization).claimed()).hasSize(2);
    }

    @Test
    default void findsCampaignsWhoseRollOutIsStuck() {
        var organization = AnOrganization.in(storage());
        var campaign = ACampaign.expanded(storage(), organization, 1);
        assertThat(stuckBefore(LATER)).doesNotContain(ref(campaign));

        var paused = paused(campaign);
        assertThat(stuckBefore(LATER)).contains(ref(campaign));

        rollOut(paused, 10);
        assertThat(stuckBefore(LATER)).doesNotContain(ref(campaign));
        assertThat(stuckBefore(LATER.plusSeconds(1))).contains(ref(campaign));

        ACampaign.steered(storage(), campaign, c -> c.rolledOut(Optional.empty()));
        assertThat(stuckBefore(LATER.plusSeconds(1))).doesNotContain(ref(campaign));
    }

    private List<CampaignRef> stuckBefore(Instant time) {
        return call(() -> store().stuck(time, 10_000));
    }

    @Test
    default void takesNoPausedCampaignForOneWhoseExpansionIsStuck() {
        var organization = AnOrganization.in(storage());
        var campaign = ACampaign.started(storage(), ACampaign.stored(storage(), organization, 1));

        ACampaign.steered(storage(), campaign, c -> c.paused().rolledOut(Optional.empty()));

        assertThat(stuckBefore(LATER)).doesNotContain(ref(campaign));
    }

    @Test
    default void takesAStoppedCampaignForOverWhenNoMessageOfItIsOpen() {
        var organization = AnOrganization.in(storage());
        var waiting = paused(ACampaign.expanded(storage(), organization, 1));
        var done = paused(ACampaign.expanded(storage(), organization, 0));
        var unfinished = paused(ACampaign.started(storage(), ACampaign.stored(storage(), organization, 0)));
        var called = canceled(ACampaign.started(storage(), ACampaign.stored(storage(), organization, 0)));

        assertThat(ended()).contains(ref(done), ref(called)).doesNotContain(ref(waiting), ref(unfinished));

        ACampaign.steered(storage(), done, c -> c.completed(LATER));
        ACampaign.steered(storage(), called, c -> c.completed(LATER));
        assertThat(ended()).doesNotContain(ref(done), ref(called));
    }

    private List<CampaignRef> ended() {
        return call(() -> store().ended(10_000));
    }

    private static CampaignRef ref(Campaign campaign) {
        return new CampaignRef(campaign.organization(), campaign.id());
    }
}
