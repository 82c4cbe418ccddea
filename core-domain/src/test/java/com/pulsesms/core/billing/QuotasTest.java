package com.pulsesms.core.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.TestPulse;
import com.pulsesms.core.campaign.Campaign;
import com.pulsesms.core.campaign.CampaignStatus;
import com.pulsesms.core.campaign.Campaigns;
import com.pulsesms.core.contact.Contacts;
import com.pulsesms.core.contact.OptOuts;
import com.pulsesms.core.gateway.Phone;
import com.pulsesms.core.gateway.Report.Told;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.Limit;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Region;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.message.Failure;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.core.organization.AnOrganization;
import com.pulsesms.core.organization.Membership;
import com.pulsesms.core.organization.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What accounts on the free plan may send: a hundred messages a month. */
class QuotasTest {
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");

    private final TestPulse pulse = new TestPulse(Plan.FREE);
    private final Actor owner = pulse.owner();

    private long used(Actor actor) {
        return allowance(actor).used();
    }

    private Allowance allowance(Actor actor) {
        return pulse.core().messages().usage(actor, month()).allowance();
    }

    private YearMonth month() {
        return YearMonth.from(pulse.clock().instant().atZone(ZoneOffset.UTC));
    }

    private void send(int messages) {
        for (var n = 0; n < messages; n++) {
            pulse.queued(owner);
        }
    }

    private void start(Campaign campaign) {
        pulse.core().campaigns().start(owner, campaign.id());
    }

    private CampaignStatus status(Campaign campaign) {
        return pulse.progress(owner, campaign).campaign().status();
    }

    private void refuses(Runnable work, long used, long requested) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refusal.LimitReached.class, refused -> {
            assertThat(refused.code()).isEqualTo("quota_exceeded");
            assertThat(refused.limit()).isEqualTo(new Limit(100, used, requested, Optional.of(APRIL)));
        });
    }

    @Test
    void letAMonthsMessagesThroughAndRefuseTheNextWithTheNumbers() {
        send(100);

        refuses(() -> pulse.queued(owner), 100, 1);

        var allowance = allowance(owner);
        assertThat(allowance.limit()).hasValue(100);
        assertThat(allowance.used()).isEqualTo(100);
        assertThat(allowance.remaining()).hasValue(0);
        assertThat(allowance.end()).isEqualTo(APRIL);
    }

    @Test
    void sayInPlainWordsWhatIsLeft() {
        send(97);

        assertThatThrownBy(() -> start(pulse.draft(owner, 10)))
                .hasMessage("The plan allows 100 messages a month and 3 are left, but this needs 10."
                        + " The next month begins on 2026-04-01 (UTC)");
    }

    @Test
    void tellBeforeTheStartWhatIsLeft() {
        send(97);
        var draft = pulse.draft(owner, 10);

        var preview = pulse.core().campaigns().preview(owner, "Hi", draft.lists());

        assertThat(preview.quotaLeft()).hasValue(3);
    }

    @Test
    void beginAnewInTheNextMonth() {
        send(100);

        pulse.clock().set(APRIL);
        pulse.queued(owner);

        assertThat(used(owner)).isEqualTo(1);
    }

    @Test
    void countMessagesAndNotTheirParts() {
        var route = Campaigns.Draft.of("Sale", "Ж".repeat(200), pulse.list(owner, 2));
        start(pulse.core().campaigns().create(owner, route));

        assertThat(used(owner)).isEqualTo(2);
    }

    @Test
    void areSharedByTheOrganizationsOfAnAccountAndByNoOther() {
        var second = AnOrganization.in(pulse.storage());
        var membership = new Membership(second, owner.person(), Role.OWNER, Sample.NOW);
        pulse.storage().transactions().run(() -> pulse.storage().organizations().addMember(membership));
        var there = pulse.core().organizations().actor(owner.person(), second);
        send(99);

        pulse.queued(there);

        refuses(() -> pulse.queued(there), 100, 1);
        assertThat(used(pulse.owner())).isZero();
        assertThat(pulse.core().messages().usage(there, month()).messages()).isZero();
    }

    @Test
    void refuseACampaignThatWouldExceedThePlanBeforeItStarts() {
        send(95);
        var campaign = pulse.draft(owner, 6);

        refuses(() -> start(campaign), 95, 6);

        assertThat(status(campaign)).isEqualTo(CampaignStatus.DRAFT);
        assertThat(pulse.work()).isEmpty();
        assertThat(used(owner)).isEqualTo(95);
    }

    @Test
    void takeForACampaignWhatItWillSendAfterDuplicatesAndOptOuts() {
        var first = pulse.list(owner, 4);
        var second = pulse.list(owner, 6);
        pulse.core().optOuts().add(owner, OptOuts.Draft.of(Sample.number(0).e164()));
        var campaign = pulse.core().campaigns().create(owner, Campaigns.Draft.of("Sale", "Hi", first, second));

        start(campaign);
        assertThat(used(owner)).isEqualTo(5);
        pulse.expandAll();

        assertThat(used(owner)).isEqualTo(5);
        assertThat(pulse.progress(owner, campaign).counts().queued()).isEqualTo(5);
    }

    @Test
    void giveBackWhatTheExpansionDidNotNeed() {
        var campaign = pulse.draft(owner, 5);
        start(campaign);
        pulse.core().optOuts().add(owner, OptOuts.Draft.of(Sample.number(0).e164()));
        pulse.core().optOuts().add(owner, OptOuts.Draft.of(Sample.number(1).e164()));

        pulse.expandAll();

        assertThat(used(owner)).isEqualTo(3);
    }

    @Test
    void takeMoreForContactsThatCameAfterTheStart() {
        var campaign = pulse.draft(owner, 2);
        start(campaign);
        add(campaign, 2);

        pulse.expandAll();

        assertThat(used(owner)).isEqualTo(3);
        assertThat(pulse.progress(owner, campaign).counts().queued()).isEqualTo(3);
    }

    @Test
    void skipContactsThatCameAfterTheStartWhenNothingIsLeft() {
        send(98);
        var campaign = pulse.draft(owner, 2);
        start(campaign);
        add(campaign, 2);

        pulse.expandAll();

        assertThat(used(owner)).isEqualTo(100);
        var counts = pulse.progress(owner, campaign).counts();
        assertThat(counts.queued()).isEqualTo(2);
        assertThat(counts.of(MessageStatus.SKIPPED)).isEqualTo(1);
        assertThat(pulse.messagesOf(owner, campaign).get(0).failure()).contains(Failure.QUOTA_EXCEEDED);
    }

    private void add(Campaign campaign, int number) {
        var contact = Contacts.Draft.of(Sample.number(number).e164(), "Late");
        pulse.core().contacts().add(owner, campaign.lists().get(0), contact);
    }

    @Test
    void giveBackWhatACanceledCampaignNeverSends() {
        var campaign = pulse.expanded(owner, 3);
        var phone = Phone.paired(pulse.core(), owner);
        phone.accept(phone.claim(1));

        pulse.core().steering().cancel(owner, campaign.id());
        pulse.expandAll();

        assertThat(used(owner)).isEqualTo(1);
    }

    @Test
    void giveAllBackWhenACampaignIsCanceledBeforeItsMessagesAreMade() {
        var campaign = pulse.draft(owner, 3);
        start(campaign);
        assertThat(used(owner)).isEqualTo(3);

        pulse.core().steering().cancel(owner, campaign.id());
        assertThat(used(owner)).isZero();
        pulse.core().steering().cancel(owner, campaign.id());
        pulse.expandAll();

        assertThat(used(owner)).isZero();
    }

    @Test
    void takeForAResendAndGiveBackWhatFailed() {
        var phone = Phone.paired(pulse.core(), owner);
        var message = pulse.queued(owner);
        phone.tell(phone.takeOne(), Told.FAILED);
        assertThat(used(owner)).isZero();

        pulse.core().resending().message(owner, message.id());

        assertThat(used(owner)).isEqualTo(1);
    }

    @Test
    void refuseToResendACampaignBeyondThePlan() {
        var phone = Phone.paired(pulse.core(), owner);
        var campaign = pulse.expanded(owner, 3);
        phone.tellAll(phone.take(), Told.UNKNOWN);
        send(95);
        var failed = Set.of(MessageStatus.UNKNOWN);

        refuses(() -> pulse.core().resending().campaign(owner, campaign.id(), failed), 98, 3);
        pulse.clock().set(APRIL);
        pulse.core().resending().campaign(owner, campaign.id(), failed);

        assertThat(used(owner)).isEqualTo(3);
    }

    @Test
    void makeACampaignADraftAgainThatIsDueWhenNothingIsLeft() {
        var campaign = pulse.draft(owner, 6);
        var in =
                LocalDateTime.ofInstant(pulse.clock().instant(), ZoneOffset.UTC).plusHours(1);
        pulse.core().scheduling().schedule(owner, campaign.id(), in);
        send(95);

        pulse.clock().pass(Duration.ofHours(1));
        pulse.core().sweep().run();

        var refused = pulse.progress(owner, campaign).campaign();
        assertThat(refused.status()).isEqualTo(CampaignStatus.DRAFT);
        assertThat(refused.plan().refused())
                .hasValueSatisfying(why -> assertThat(why).contains("5 are left", "this needs 6"));
        assertThat(used(owner)).isEqualTo(95);
    }

    @Test
    void giveBackToTheMonthThatAMessageWasTakenFrom() {
        var message = pulse.queued(owner);
        pulse.clock().set(APRIL);
        pulse.queued(owner);

        pulse.core().steering().cancelMessage(owner, message.id());

        assertThat(used(owner)).isEqualTo(1);
        assertThat(pulse.core()
                        .messages()
                        .usage(owner, YearMonth.of(2026, 3))
                        .allowance()
                        .used())
                .isZero();
    }

    @Test
    void tellWhatAllOrganizationsOfAnAccountUsedUpOnAPlanWithoutALimit() {
        var unlimited = new TestPulse(Plan.PRO);
        var shop = unlimited.owner();
        var organizations = unlimited.core().organizations();
        var second = organizations.create(shop.person(), "Second", new Region("RS"), ZoneOffset.UTC);
        var there = organizations.actor(shop.person(), second.id());
        for (var actor : List.of(shop, there)) {
            unlimited.queued(actor);
            var phone = Phone.paired(unlimited.core(), actor);
            phone.tell(phone.takeOne(), Told.SENT);
        }

        var usage = unlimited.core().messages().usage(there, month());

        assertThat(usage.messages()).isEqualTo(1);
        assertThat(usage.allowance().used()).isEqualTo(2);
    }

    @Test
    void limitNothingOnAPlanWithoutALimit() {
        var unlimited = new TestPulse(Plan.PRO);
        var actor = unlimited.owner();
        var phone = Phone.paired(unlimited.core(), actor);
        unlimited.expanded(actor, 101);
        phone.tellAll(phone.take(), Told.SENT);

        var allowance = unlimited.core().messages().usage(actor, month()).allowance();

        assertThat(allowance).isEqualTo(new Allowance(Plan.PRO, month(), 50));
        assertThat(allowance.limit()).isEqualTo(OptionalLong.empty());
        assertThat(allowance.remaining()).isEqualTo(OptionalLong.empty());
    }
}
