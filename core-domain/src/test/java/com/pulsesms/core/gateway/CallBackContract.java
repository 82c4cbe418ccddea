package com.pulsesms.core.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.StorageContract;
import com.pulsesms.core.campaign.ACampaign;
import com.pulsesms.core.campaign.Campaign;
import com.pulsesms.core.device.ADevice;
import com.pulsesms.core.device.Device;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.message.AMessage;
import com.pulsesms.core.message.Lane;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.core.organization.AnOrganization;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link HandOverStore} keeps of messages and campaigns that a person stopped. */
public interface CallBackContract extends StorageContract {
    private HandOverStore store() {
        return storage().handOver();
    }

    private AtDevice at(Device device) {
        return AtDevice.of(storage(), device);
    }

    private Campaign steer(Campaign campaign, UnaryOperator<Campaign> turn) {
        return ACampaign.steered(storage(), campaign, turn);
    }

    private Held held(OrganizationId organization, MessageId id) {
        return call(() -> store().lock(organization, List.of(id))).get(0);
    }

    private List<CalledBack> calledBack(Device device) {
        return call(() -> store().calledBack(device.organization(), device.id(), 100));
    }

    private Set<CampaignId> requeue(OrganizationId organization, MessageId id, boolean counted) {
        return call(() -> {
            store().lock(organization, List.of(id));
            return store().requeue(organization, List.of(id), Sample.NOW, counted);
        });
    }

    @Test
    default void saysOfAClaimedMessageThatItsCampaignWasStoppedSince() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        steer(ACampaign.expanded(storage(), organization, 1), Campaign::paused);
        steer(ACampaign.expanded(storage(), organization, 1), c -> c.canceled(Sample.NOW));

        assertThat(at(device).claimed())
                .extracting(Claimed::wording)
                .containsExactlyInAnyOrder(new Wording.Paused(), new Wording.Canceled());
    }

    @Test
    default void offersNothingAgainWhoseCampaignWasStopped() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        var paused = ACampaign.expanded(storage(), organization, 1);
        var canceled = ACampaign.expanded(storage(), organization, 1);
        var single = AMessage.of(organization).in(storage());
        at(device).claimed();
        steer(paused, Campaign::paused);
        steer(canceled, c -> c.canceled(Sample.NOW));

        assertThat(call(() ->
                        store().reoffer(organization, HandOverStore.Wish.of(device.id(), 10), AtDevice.LEASE_ENDS)))
                .extracting(c -> c.claim().message())
                .containsExactly(single.id());

        steer(paused, Campaign::resumed);
        assertThat(call(() ->
                        store().reoffer(organization, HandOverStore.Wish.of(device.id(), 10), AtDevice.LEASE_ENDS)))
                .hasSize(2);
    }

    @Test
    default void callsBackWhatWasAcceptedOfStoppedCampaignsAndCanceledMessages() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        var running = ACampaign.expanded(storage(), organization, 1);
        var paused = ACampaign.expanded(storage(), organization, 1);
        var canceled = ACampaign.expanded(storage(), organization, 1);
        var single = AMessage.of(organization).in(storage());
        var kept = AMessage.of(organization).in(storage());
        var accepted = at(device).accepted();
        assertThat(calledBack(device)).isEmpty();

        steer(paused, Campaign::paused);
        steer(canceled, c -> c.canceled(Sample.NOW));
        run(() -> storage().messages().cancel(organization, single.id(), Sample.NOW));

        assertThat(calledBack(device))
                .containsExactlyInAnyOrder(
                        new CalledBack(claimOf(accepted, paused), Recall.RETURN),
                        new CalledBack(claimOf(accepted, canceled), Recall.CANCEL),
                        new CalledBack(new Claim(single.id(), 1), Recall.CANCEL));
        assertThat(held(organization, claimOf(accepted, running).message()).recall())
                .isEqualTo(Recall.NONE);
        assertThat(held(organization, claimOf(accepted, paused).message()).recall())
                .isEqualTo(Recall.RETURN);
        assertThat(held(organization, kept.id()).recall()).isEqualTo(Recall.NONE);
        assertThat(held(organization, single.id()).recall()).isEqualTo(Recall.CANCEL);
    }

    private static Claim claimOf(List<Claimed> claimed, Campaign campaign) {
        return claimed.stream()
                .filter(c -> c.campaign().filter(campaign.id()::equals).isPresent())
                .map(Claimed::claim)
                .findFirst()
                .orElseThrow();
    }

    @Test
    default void callsBackOnlyWhatTheDeviceStillHolds() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        var other = ADevice.in(storage(), organization);
        var campaign = ACampaign.expanded(storage(), organization, 3);
        var sent = at(other).accepted().get(0).claim().message();
        at(other).settle(sent, MessageStatus.SENT);
        steer(campaign, c -> c.canceled(Sample.NOW));

        assertThat(calledBack(device)).isEmpty();
        assertThat(calledBack(other)).hasSize(2);
        assertThat(call(() -> store().calledBack(organization, other.id(), 1))).hasSize(1);
        assertThat(call(() -> store().calledBack(AnOrganization.in(storage()), other.id(), 9)))
                .isEmpty();
    }

    @Test
    default void holdsWhatComesBackToAPausedCampaign() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        var campaign = ACampaign.expanded(storage(), organization, 1);
        var id = at(device).accepted().get(0).claim().message();
        steer(campaign, Campaign::paused);

        assertThat(requeue(organization, id, false)).isEmpty();

        assertThat(held(organization, id).status()).isEqualTo(MessageStatus.QUEUED);
        assertThat(held(organization, id).returns()).isZero();
        assertThat(call(() -> store().waiting(Set.of(organization), Lane.ALL))).isEmpty();
        assertThat(at(device).claimed()).isEmpty();
    }

    @Test
    default void cancelsWhatComesBackToACanceledCampaign() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        var campaign = ACampaign.expanded(storage(), organization, 1);
        var id = at(device).accepted().get(0).claim().message();
        steer(campaign, c -> c.canceled(Sample.NOW));

        assertThat(requeue(organization, id, true)).containsExactly(campaign.id());

        assertThat(held(organization, id).status()).isEqualTo(MessageStatus.CANCELED);
        assertThat(call(() -> storage().messages().anyOpen(organization, campaign.id())))
                .isFalse();
    }

    @Test
    default void cancelsAMessageThatComesBackAndThatAPersonCanceled() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        var id = AMessage.of(organization).in(storage()).id();
        at(device).accepted();
        run(() -> storage().messages().cancel(organization, id, Sample.NOW));

        assertThat(requeue(organization, id, true)).isEmpty();

        assertThat(held(organization, id).status()).isEqualTo(MessageStatus.CANCELED);
    }

    @Test
    default void putsBackWhatWasJustClaimed() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        var id = AMessage.of(organization).in(storage()).id();

        run(() -> {
            store().claim(organization, HandOverStore.Wish.of(device.id(), 1), Sample.NOW, AtDevice.LEASE_ENDS);
            store().putBack(organization, List.of(id), Sample.NOW);
        });

        assertThat(held(organization, id).status()).isEqualTo(MessageStatus.QUEUED);
        assertThat(held(organization, id).returns()).isZero();
        assertThat(at(device).claimed()).extracting(Claimed::claim).containsExactly(new Claim(id, 2));
    }
}
