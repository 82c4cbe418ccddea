package com.pulsesms.core.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.CrashingTransactions;
import com.pulsesms.core.CrashingTransactions.Crash;
import com.pulsesms.core.TestPulse;
import com.pulsesms.core.campaign.Campaign;
import com.pulsesms.core.campaign.CampaignRef;
import com.pulsesms.core.campaign.CampaignStatus;
import com.pulsesms.core.gateway.Phone;
import com.pulsesms.core.gateway.Report.Told;
import com.pulsesms.core.kernel.Actor;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Quotas on nodes that die before and after each commit. */
class QuotaCrashTest {
    private final AtomicReference<CrashingTransactions> node = new AtomicReference<>();
    private final TestPulse pulse = new TestPulse(Plan.FREE, storage -> {
        node.set(new CrashingTransactions(storage.transactions()));
        return TestPulse.with(storage, node.get());
    });
    private final Actor owner = pulse.owner();

    private long used() {
        return pulse.core()
                .messages()
                .usage(owner, YearMonth.of(2026, 3))
                .allowance()
                .used();
    }

    private void dies(Runnable work) {
        node.get().crashIn(1);
        assertThatThrownBy(work::run).isInstanceOf(Crash.class);
    }

    private boolean page(Campaign campaign) {
        return pulse.core().campaignWork().page(new CampaignRef(campaign.organization(), campaign.id()));
    }

    @Test
    void takeNothingForAMessageWhenTheNodeDiesBeforeItIsKept() {
        dies(() -> pulse.queued(owner));

        assertThat(used()).isZero();
    }

    @Test
    void takeNothingForACampaignWhenTheNodeDiesBeforeItIsStarted() {
        var campaign = pulse.draft(owner, 60);

        dies(() -> pulse.core().campaigns().start(owner, campaign.id()));

        assertThat(used()).isZero();
        pulse.core().campaigns().start(owner, campaign.id());
        assertThat(used()).isEqualTo(60);
    }

    @Test
    void takeOnceForACampaignWhoseNodeDiesInEveryPage() {
        var campaign = pulse.draft(owner, 60);
        pulse.core().campaigns().start(owner, campaign.id());

        dies(() -> page(campaign));
        assertThat(page(campaign)).isTrue();
        dies(() -> page(campaign));
        assertThat(page(campaign)).isFalse();
        assertThat(page(campaign)).isFalse();

        assertThat(used()).isEqualTo(60);
        assertThat(pulse.progress(owner, campaign).counts().queued()).isEqualTo(60);
    }

    @Test
    void areKeptForACampaignWhoseNodeDiesAfterTheStart() {
        var campaign = pulse.draft(owner, 60);
        node.get().forgetActions(true);
        pulse.core().campaigns().start(owner, campaign.id());
        node.get().forgetActions(false);
        assertThat(pulse.work()).isEmpty();

        pulse.clock().pass(Duration.ofMinutes(1));
        pulse.core().sweep().run();
        pulse.expandAll();

        assertThat(used()).isEqualTo(60);
    }

    @Test
    void giveBackOnceWhenTheNodeDiesWhileItHearsOfAFailure() {
        pulse.queued(owner);
        pulse.queued(owner);
        var phone = Phone.paired(pulse.core(), owner);
        var report = phone.report(phone.take().get(0), Told.FAILED);

        var device = phone.device();

        dies(() -> pulse.core().handOver().report(device, List.of(report)));
        assertThat(used()).isEqualTo(2);
        phone.tell(report);
        phone.tell(report);

        assertThat(used()).isEqualTo(1);
    }

    @Test
    void giveBackOnceWhenTheNodeDiesWhileACampaignIsCanceled() {
        var campaign = pulse.draft(owner, 60);
        pulse.core().campaigns().start(owner, campaign.id());
        page(campaign);

        node.get().crashIn(2);
        assertThatThrownBy(() -> pulse.core().steering().cancel(owner, campaign.id()))
                .isInstanceOf(Crash.class);
        assertThat(used()).isEqualTo(60);
        pulse.core().steering().cancel(owner, campaign.id());
        dies(() -> page(campaign));
        pulse.expandAll();

        assertThat(used()).isZero();
        assertThat(pulse.progress(owner, campaign).campaign().status()).isEqualTo(CampaignStatus.CANCELED);
    }
}
