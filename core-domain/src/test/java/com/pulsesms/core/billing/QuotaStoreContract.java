package com.pulsesms.core.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.campaign.ACampaign;
import com.pulsesms.core.campaign.Campaign;
import com.pulsesms.core.kernel.AtOnce;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.kernel.UserId;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageFilter;
import com.pulsesms.core.organization.AnOrganization;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link QuotaStore} keeps; what messages give back stands in {@link HoldingContract}, what use cases make of it in {@link QuotasAtOnceContract}. */
public interface QuotaStoreContract extends HoldingContract, QuotasAtOnceContract {
    private QuotaStore store() {
        return storage().quotas();
    }

    private boolean take(UserId owner, long messages, long limit) {
        return call(() -> store().take(owner, AQuota.MONTH, messages, limit)).isPresent();
    }

    private long used(UserId owner) {
        return call(() -> store().used(owner, AQuota.MONTH));
    }

    /** A campaign in progress whose messages are made. */
    private Campaign expanded(int contacts) {
        return ACampaign.expanded(storage(), AnOrganization.in(storage()), contacts);
    }

    private List<MessageId> oldestFirst(Campaign campaign) {
        return call(() -> storage()
                        .messages()
                        .page(campaign.organization(), MessageFilter.of(campaign.id()), PageRequest.first()))
                .items()
                .stream()
                .map(Message::id)
                .sorted(Comparator.comparing(MessageId::toString))
                .toList();
    }

    private List<MessageId> handOn(Campaign campaign) {
        return call(() -> store().handOn(campaign.organization(), campaign.id()));
    }

    private void giveBack(Campaign campaign) {
        run(() -> store().giveBack(campaign.organization(), campaign.id()));
    }

    @Test
    default void letsAnAccountTakeUpToTheLimitAndNothingBeyond() {
        var owner = new UserId(Sample.id());
        assertThat(used(owner)).isZero();

        assertThat(take(owner, 60, 100)).isTrue();
        assertThat(take(owner, 41, 100)).isFalse();
        assertThat(used(owner)).isEqualTo(60);
        assertThat(take(owner, 40, 100)).isTrue();
        assertThat(take(owner, 1, 100)).isFalse();

        assertThat(used(owner)).isEqualTo(100);
    }

    @Test
    default void keepsAccountsAndMonthsApart() {
        var owner = new UserId(Sample.id());
        take(owner, 100, 100);

        assertThat(take(new UserId(Sample.id()), 100, 100)).isTrue();
        assertThat(call(() -> store().take(owner, AQuota.MONTH.plusMonths(1), 100, 100)))
                .isPresent();
        assertThat(used(owner)).isEqualTo(100);
    }

    @Test
    default void takesNothingWhenItsTransactionFails() {
        var owner = new UserId(Sample.id());

        assertThatThrownBy(() -> run(() -> {
                    store().take(owner, AQuota.MONTH, 5, 100);
                    throw new IllegalStateException("This failure is part of the test");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(used(owner)).isZero();
    }

    /** Also of those that begin the month. */
    @Test
    default void letsExactlyTheLimitThroughWhenManyTakeAtOnce() {
        var owner = new UserId(Sample.id());

        var granted = AtOnce.call(50, thread -> {
            var mine = 0;
            for (var n = 0; n < 4; n++) {
                mine += take(owner, 1, 100) ? 1 : 0;
            }
            return mine;
        });

        assertThat(granted.stream().mapToInt(Integer::intValue).sum()).isEqualTo(100);
        assertThat(used(owner)).isEqualTo(100);
    }

    @Test
    default void handsWhatACampaignHoldsOnToItsMessagesAsFarAsItGoes() {
        var campaign = expanded(3);
        var messages = oldestFirst(campaign);
        var quota = AQuota.in(storage());
        quota.heldBy(campaign.organization(), campaign.id(), 2);

        assertThat(handOn(campaign)).containsExactly(messages.get(2));
        assertThat(handOn(campaign)).containsExactly(messages.get(2));

        cancel(campaign.organization(), messages.get(0));
        cancel(campaign.organization(), messages.get(2));
        assertThat(quota.used()).isEqualTo(1);
    }

    @Test
    default void givesBackWhatACampaignStillHoldsOnce() {
        var campaign = expanded(3);
        var quota = AQuota.in(storage());
        quota.heldBy(campaign.organization(), campaign.id(), 5);
        assertThat(handOn(campaign)).isEmpty();

        giveBack(campaign);
        giveBack(campaign);

        assertThat(quota.used()).isEqualTo(3);
    }

    @Test
    default void handsNothingOnForACampaignThatHoldsNothing() {
        var campaign = expanded(2);

        assertThat(handOn(campaign)).isEmpty();
    }

    @Test
    default void letsNoOtherOrganizationTouchWhatIsHeld() {
        var campaign = expanded(2);
        var other = AnOrganization.in(storage());
        var quota = AQuota.in(storage());
        quota.heldBy(campaign.organization(), campaign.id(), 2);

        assertThat(call(() -> store().handOn(other, campaign.id()))).isEmpty();
        run(() -> store().giveBack(other, campaign.id()));
        AQuota.in(storage()).heldBy(other, oldestFirst(campaign));

        assertThat(handOn(campaign)).isEmpty();
        giveBack(campaign);
        assertThat(quota.used()).isEqualTo(2);
    }
}
