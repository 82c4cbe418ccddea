package com.pulsesms.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.StorageContract;
import com.pulsesms.core.campaign.ACampaign;
import com.pulsesms.core.campaign.Campaign;
import com.pulsesms.core.contact.AnOptOut;
import com.pulsesms.core.device.ADevice;
import com.pulsesms.core.gateway.AtDevice;
import com.pulsesms.core.kernel.AtOnce;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.organization.AnOrganization;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link MessageStore} keeps when messages are resent. */
public interface ResendContract extends StorageContract {
    Instant LATER = Sample.NOW.plusSeconds(3600);

    private MessageStore store() {
        return storage().messages();
    }

    /** A campaign of which each message came to this status, and its messages in the order of their ids. */
    private List<MessageId> ended(Campaign campaign, MessageStatus... statuses) {
        var device = AtDevice.of(storage(), ADevice.in(storage(), campaign.organization()));
        var ids = device.accepted().stream().map(c -> c.claim().message()).toList();
        for (var n = 0; n < statuses.length; n++) {
            device.settle(ids.get(n), statuses[n]);
        }
        return ids;
    }

    private int resend(Campaign campaign, MessageStatus... statuses) {
        return resend(campaign.organization(), campaign.id(), statuses);
    }

    private int resend(OrganizationId organization, CampaignId campaign, MessageStatus... statuses) {
        var made = 0;
        Optional<MessageId> after = Optional.empty();
        do {
            var from = after;
            var page = call(() ->
                    store().resend(organization, new MessageStore.Resend(campaign, Set.of(statuses), from, 2), LATER));
            made += page.made().size();
            after = page.last();
        } while (after.isPresent());
        return made;
    }

    private List<Message> resends(Campaign campaign, MessageId original) {
        return call(() -> store().resends(campaign.organization(), original));
    }

    @Test
    default void makesNewMessagesOfThoseThatAskedForStatusesHave() {
        var campaign = ACampaign.expanded(storage(), AnOrganization.in(storage()), 5);
        var ids = ended(
                campaign,
                MessageStatus.FAILED,
                MessageStatus.SENT,
                MessageStatus.UNKNOWN,
                MessageStatus.UNDELIVERED,
                MessageStatus.FAILED);

        assertThat(resend(campaign, MessageStatus.FAILED, MessageStatus.UNKNOWN))
                .isEqualTo(3);

        var original =
                call(() -> store().find(campaign.organization(), ids.get(0))).orElseThrow();
        var made = resends(campaign, ids.get(0)).get(0);
        assertThat(made).isEqualTo(original.again(made.id(), original.id(), LATER));
        assertThat(resends(campaign, ids.get(1))).isEmpty();
        assertThat(resends(campaign, ids.get(2))).hasSize(1);
        assertThat(resends(campaign, ids.get(3))).isEmpty();
        assertThat(resends(campaign, ids.get(4))).hasSize(1);
        assertThat(call(() -> store().counts(campaign.organization(), Set.of(campaign.id())))
                        .get(campaign.id())
                        .total())
                .isEqualTo(5);
    }

    @Test
    default void makesNothingTwice() {
        var campaign = ACampaign.expanded(storage(), AnOrganization.in(storage()), 3);
        ended(campaign, MessageStatus.FAILED, MessageStatus.FAILED, MessageStatus.FAILED);

        assertThat(resend(campaign, MessageStatus.FAILED)).isEqualTo(3);
        assertThat(resend(campaign, MessageStatus.FAILED)).isZero();
    }

    @Test
    default void makesNothingTwiceWhenSeveralDoItAtOnce() {
        var campaign = ACampaign.expanded(storage(), AnOrganization.in(storage()), 20);
        var all = new MessageStatus[20];
        Arrays.fill(all, MessageStatus.FAILED);
        var ids = ended(campaign, all);

        var made = AtOnce.call(4, n -> resend(campaign, MessageStatus.FAILED));

        assertThat(made.stream().mapToInt(Integer::intValue).sum()).isEqualTo(20);
        assertThat(ids).allSatisfy(id -> assertThat(resends(campaign, id)).hasSize(1));
    }

    @Test
    default void makesNothingOfAPageThatIsUndone() {
        var campaign = ACampaign.expanded(storage(), AnOrganization.in(storage()), 1);
        var ids = ended(campaign, MessageStatus.FAILED);
        var wish = new MessageStore.Resend(campaign.id(), Set.of(MessageStatus.FAILED), Optional.empty(), 5);

        assertThatThrownBy(() -> run(() -> {
                    store().resend(campaign.organization(), wish, LATER);
                    throw new IllegalStateException("This failure is part of the test");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(resends(campaign, ids.get(0))).isEmpty();
        assertThat(resend(campaign, MessageStatus.FAILED)).isEqualTo(1);
    }

    @Test
    default void makesAnotherOneWhenTheResendEndedTheSameWay() {
        var campaign = ACampaign.expanded(storage(), AnOrganization.in(storage()), 1);
        var ids = ended(campaign, MessageStatus.FAILED);
        resend(campaign, MessageStatus.FAILED);
        ended(campaign, MessageStatus.FAILED);

        assertThat(resend(campaign, MessageStatus.FAILED)).isEqualTo(1);
        ended(campaign, MessageStatus.UNKNOWN);

        assertThat(resend(campaign, MessageStatus.FAILED)).isZero();
        assertThat(resends(campaign, ids.get(0)))
                .extracting(Message::status)
                .containsExactlyInAnyOrder(MessageStatus.FAILED, MessageStatus.UNKNOWN);
    }

    @Test
    default void makesNothingForThoseWhoOptedOut() {
        var campaign = ACampaign.expanded(storage(), AnOrganization.in(storage()), 2);
        ended(campaign, MessageStatus.FAILED, MessageStatus.FAILED);
        AnOptOut.in(storage(), campaign.organization(), Sample.number(0));

        assertThat(resend(campaign, MessageStatus.FAILED)).isEqualTo(1);
    }

    @Test
    default void makesNothingOfAnotherOrganizationsCampaign() {
        var campaign = ACampaign.expanded(storage(), AnOrganization.in(storage()), 1);
        var ids = ended(campaign, MessageStatus.FAILED);
        resend(campaign, MessageStatus.FAILED);
        ended(campaign, MessageStatus.FAILED);
        var stranger = AnOrganization.in(storage());

        assertThat(resend(stranger, campaign.id(), MessageStatus.FAILED)).isZero();
        assertThat(call(() -> store().resends(stranger, ids.get(0)))).isEmpty();
        assertThat(call(() -> store().lock(stranger, ids.get(0)))).isEmpty();
    }

    @Test
    default void findsASingleMessageThatWasMadeOfAnother() {
        var organization = AnOrganization.in(storage());
        var original = AMessage.of(organization).in(storage());
        var again = original.again(new MessageId(Sample.id()), original.id(), LATER);

        run(() -> store().insert(List.of(again)));

        assertThat(call(() -> store().lock(organization, again.id()))).contains(again);
        assertThat(call(() -> store().resends(organization, original.id()))).containsExactly(again);
        assertThat(call(() -> store().page(organization, MessageFilter.ALL, PageRequest.first()))
                        .items())
                .containsExactly(again, original);
    }
}
