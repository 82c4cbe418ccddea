package com.pulsesms.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.StorageContract;
import com.pulsesms.core.campaign.ACampaign;
import com.pulsesms.core.campaign.Campaign;
import com.pulsesms.core.device.ADevice;
import com.pulsesms.core.gateway.AtDevice;
import com.pulsesms.core.kernel.AtOnce;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.message.AMessage;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.core.organization.AnOrganization;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That every store that lets messages end gives back what they hold, and only if nothing of them left. */
public interface HoldingContract extends StorageContract {
    default void cancel(OrganizationId organization, MessageId message) {
        run(() -> storage().messages().cancel(organization, message, Sample.NOW));
    }

    private AQuota heldBy(Message... messages) {
        var quota = AQuota.in(storage());
        quota.heldBy(
                messages[0].organization(),
                Arrays.stream(messages).map(Message::id).toList());
        return quota;
    }

    private AQuota heldBy(Campaign campaign, int messages) {
        var quota = AQuota.in(storage());
        quota.heldBy(campaign.organization(), campaign.id(), messages);
        run(() -> storage().quotas().handOn(campaign.organization(), campaign.id()));
        return quota;
    }

    /** A message that a device of its own accepted. */
    private Message accepted(OrganizationId organization) {
        var device = ADevice.in(storage(), organization);
        var message = AMessage.of(organization).through(device.id()).in(storage());
        AtDevice.of(storage(), device).accepted();
        return message;
    }

    @Test
    default void usesUpWhatLeftOrMayHaveLeftAndGivesTheRestBack() {
        var organization = AnOrganization.in(storage());
        for (var end : MessageStatus.predecessors(MessageStatus.QUEUED)
                .iterator()
                .next()
                .successors()) {
            if (!end.open()) {
                var message = accepted(organization);
                var quota = heldBy(message);

                AtDevice.settle(storage(), organization, AtDevice.to(message.id(), end));

                var used = end.left() || end == MessageStatus.UNKNOWN ? 1 : 0;
                assertThat(quota.used()).as(end.name()).isEqualTo(used);
            }
        }
    }

    @Test
    default void usesUpAMessageThatLeftInPart() {
        var organization = AnOrganization.in(storage());
        var message = accepted(organization);
        var quota = heldBy(message);

        AtDevice.settle(storage(), organization, AtDevice.partlySent(message.id()));

        assertThat(quota.used()).isEqualTo(1);
    }

    @Test
    default void givesBackWhatWasUnknownOnceItIsKnownThatItNeverLeft() {
        var organization = AnOrganization.in(storage());
        var message = accepted(organization);
        var quota = heldBy(message);

        AtDevice.settle(storage(), organization, AtDevice.to(message.id(), MessageStatus.UNKNOWN));
        AtDevice.settle(storage(), organization, AtDevice.to(message.id(), MessageStatus.FAILED));
        AtDevice.settle(storage(), organization, AtDevice.to(message.id(), MessageStatus.FAILED));

        assertThat(quota.used()).isZero();
    }

    @Test
    default void holdsOnToWhatIsRequeued() {
        var organization = AnOrganization.in(storage());
        var message = accepted(organization);
        var quota = heldBy(message);

        run(() -> storage().handOver().requeue(organization, List.of(message.id()), Sample.NOW, true));

        assertThat(quota.used()).isEqualTo(1);
    }

    @Test
    default void givesBackWhatExpires() {
        var organization = AnOrganization.in(storage());
        var message = AMessage.of(organization).until(Sample.NOW.plusSeconds(5)).in(storage());
        var quota = heldBy(message, AMessage.of(organization).in(storage()));

        run(() -> storage().handOver().expire(Sample.NOW.plusSeconds(6), 100));

        assertThat(quota.used()).isEqualTo(1);
    }

    @Test
    default void givesBackWhatIsCanceledOnceHoweverManyCancelIt() {
        var organization = AnOrganization.in(storage());
        var message = AMessage.of(organization).in(storage());
        var quota = heldBy(message, AMessage.of(organization).in(storage()));

        AtOnce.call(4, thread -> {
            cancel(organization, message.id());
            return thread;
        });

        assertThat(quota.used()).isEqualTo(1);
    }

    @Test
    default void givesBackWhatADeviceReturnsOfACanceledCampaign() {
        var organization = AnOrganization.in(storage());
        var campaign = ACampaign.expanded(storage(), organization, 2);
        var quota = heldBy(campaign, 2);
        var device = AtDevice.of(storage(), ADevice.in(storage(), organization));
        var accepted = device.accepted().stream().map(c -> c.claim().message()).toList();
        ACampaign.steered(storage(), campaign, c -> c.canceled(Sample.NOW));

        run(() -> {
            storage().handOver().lock(organization, accepted);
            storage().handOver().requeue(organization, accepted.subList(0, 1), Sample.NOW, false);
        });

        assertThat(quota.used()).isEqualTo(1);
    }

    @Test
    default void givesBackWhatWaitsOfACanceledCampaign() {
        var organization = AnOrganization.in(storage());
        var campaign = ACampaign.expanded(storage(), organization, 3);
        var quota = heldBy(campaign, 3);
        AtDevice.of(storage(), ADevice.in(storage(), organization)).accept(List.of(claimedOne(organization)));
        var canceled = ACampaign.steered(storage(), campaign, c -> c.canceled(Sample.NOW));

        for (var times = 0; times < 2; times++) {
            run(() -> {
                var messages = storage().campaigns().lockToRollOut(canceled, 10);
                storage().campaigns().rollOut(canceled, messages, Sample.NOW);
            });
        }

        assertThat(quota.used()).isEqualTo(1);
    }

    private MessageId claimedOne(OrganizationId organization) {
        return AtDevice.of(storage(), ADevice.in(storage(), organization))
                .claimed(1)
                .get(0)
                .claim()
                .message();
    }

    @Test
    default void givesBackToTheMonthThatItWasTakenFrom() {
        var organization = AnOrganization.in(storage());
        var old = AMessage.of(organization).in(storage());
        var past = AQuota.in(storage(), AQuota.MONTH.minusMonths(1));
        past.heldBy(organization, List.of(old.id()));
        var quota = heldBy(AMessage.of(organization).in(storage()));

        cancel(organization, old.id());

        assertThat(past.used()).isZero();
        assertThat(quota.used()).isEqualTo(1);
    }
}
