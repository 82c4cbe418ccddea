package com.pulsesms.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.CrashingTransactions;
import com.pulsesms.core.CrashingTransactions.Crash;
import com.pulsesms.core.TestPulse;
import com.pulsesms.core.campaign.Campaign;
import com.pulsesms.core.campaign.CampaignRef;
import com.pulsesms.core.campaign.CampaignStatus;
import com.pulsesms.core.campaign.Campaigns;
import com.pulsesms.core.contact.Contacts;
import com.pulsesms.core.contact.OptOuts;
import com.pulsesms.core.gateway.Handed;
import com.pulsesms.core.gateway.Phone;
import com.pulsesms.core.gateway.Report;
import com.pulsesms.core.gateway.Report.Told;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.kernel.Walk;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageFilter;
import com.pulsesms.core.message.MessageStatus;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeTry;

/**
 * Whatever happens in whatever order, on nodes that die in between: what is used of a quota is what messages hold and
 * campaigns still need, and never more than the limit.
 */
class QuotaLawsTest {
    private static final long LIMIT = 100;

    private final AtomicReference<CrashingTransactions> node = new AtomicReference<>();
    private final List<Campaign> campaigns = new ArrayList<>();
    private final List<Handed> taken = new ArrayList<>();
    private TestPulse pulse;
    private Actor owner;
    private Phone phone;
    private YearMonth first;

    @BeforeTry
    void begin() {
        pulse = new TestPulse(Plan.FREE, storage -> {
            node.set(new CrashingTransactions(storage.transactions()));
            return TestPulse.with(storage, node.get());
        });
        owner = pulse.owner();
        phone = Phone.paired(pulse.core(), owner);
        first = month();
        campaigns.clear();
        taken.clear();
        List.of(5, 30, 60).forEach(this::compose);
    }

    /** What somebody does, or what happens. */
    enum Turn {
        SEND,
        RESEND,
        CANCEL_A_MESSAGE,
        START,
        MAKE_A_PAGE,
        PAUSE,
        RESUME,
        CANCEL,
        RESEND_A_CAMPAIGN,
        A_CONTACT_COMES,
        SOMEBODY_OPTS_OUT,
        TAKE,
        TELL,
        TIME_PASSES,
        A_MONTH_PASSES
    }

    /**
     * One turn.
     *
     * @param n which one, or how many
     * @param dies before the commit of which of the turn's transactions the node dies; of none if there are not so many
     */
    record Step(Turn turn, int n, int dies) {}

    /** What takes from the quota or gives back comes most often. */
    private static Arbitrary<Turn> turns() {
        return Arbitraries.of(Turn.class)
                .flatMap(any -> Arbitraries.frequency(
                        Tuple.of(3, any),
                        Tuple.of(3, Turn.START),
                        Tuple.of(3, Turn.MAKE_A_PAGE),
                        Tuple.of(1, Turn.RESEND),
                        Tuple.of(2, Turn.TAKE),
                        Tuple.of(2, Turn.TELL)));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        turns(),
                        Arbitraries.integers().between(0, 59),
                        Arbitraries.integers().between(1, 5))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }

    @Property(tries = 200)
    void usedIsWhatIsHeldAndNeverMoreThanTheLimit(@ForAll("steps") List<Step> steps) {
        for (var step : steps) {
            take(step);
            assertLaw(step);
        }
        makeAllPages();
        assertLaw(steps);
    }

    @Property(tries = 50)
    void allIsGivenBackOfWhatNeverLeft(@ForAll("steps") List<Step> steps) {
        steps.stream().filter(step -> step.turn != Turn.TELL).forEach(this::take);

        campaigns.forEach(campaign -> attempt(() -> pulse.core().steering().cancel(owner, campaign.id())));
        makeAllPages();
        messages().forEach(message -> attempt(() -> pulse.core().steering().cancelMessage(owner, message.id())));
        taken.forEach(handed -> phone.tell(handed, Told.RETURNED));

        assertThat(used()).isZero();
    }

    private void take(Step step) {
        node.get().crashIn(step.dies);
        try {
            attempt(() -> act(step.turn, step.n));
        } catch (Crash crash) {
            // The node is gone; the next step is another's.
        } finally {
            node.get().crashIn(Integer.MAX_VALUE);
        }
    }

    private void act(Turn turn, int n) {
        var core = pulse.core();
        switch (turn) {
            case SEND -> Stream.generate(() -> owner).limit(n % 20).forEach(pulse::queued);
            case RESEND -> one(resendable(), n).ifPresent(m -> core.resending().message(owner, m.id()));
            case CANCEL_A_MESSAGE ->
                one(messages(), n).ifPresent(m -> core.steering().cancelMessage(owner, m.id()));
            case START -> one(campaigns, n).ifPresent(c -> core.campaigns().start(owner, c.id()));
            case MAKE_A_PAGE ->
                one(campaigns, n).ifPresent(c -> core.campaignWork().page(ref(c)));
            case PAUSE -> one(campaigns, n).ifPresent(c -> core.steering().pause(owner, c.id()));
            case RESUME -> one(campaigns, n).ifPresent(c -> core.steering().resume(owner, c.id()));
            case CANCEL -> one(campaigns, n).ifPresent(c -> core.steering().cancel(owner, c.id()));
            case RESEND_A_CAMPAIGN ->
                one(campaigns, n)
                        .ifPresent(c -> core.resending()
                                .campaign(owner, c.id(), Set.of(MessageStatus.FAILED, MessageStatus.UNKNOWN)));
            case A_CONTACT_COMES ->
                one(campaigns, n)
                        .ifPresent(c -> core.contacts()
                                .add(
                                        owner,
                                        c.lists().get(0),
                                        Contacts.Draft.of(Sample.number(500 + n).e164(), "Late")));
            case SOMEBODY_OPTS_OUT ->
                core.optOuts().add(owner, OptOuts.Draft.of(Sample.number(n).e164()));
            case TAKE -> {
                var claimed = phone.claim(1 + n % 50);
                taken.addAll(claimed);
                phone.accept(claimed.subList(0, n % (claimed.size() + 1)));
            }
            case TELL -> one(taken, n).ifPresent(handed -> tell(handed, n));
            case TIME_PASSES -> pass(Duration.ofHours(1 + 2 * n));
            case A_MONTH_PASSES -> pass(Duration.ofDays(31));
        }
    }

    /** A draft to two lists, which have most numbers in common. */
    private void compose(int n) {
        var lists = List.of(pulse.list(owner, n), pulse.list(owner, n / 2 + 3));
        campaigns.add(
                pulse.core().campaigns().create(owner, Campaigns.Draft.of("Sale", "Hi", lists.get(0), lists.get(1))));
    }

    private void tell(Handed handed, int n) {
        var told = Told.values()[n % Told.values().length];
        var report = phone.report(handed, told);
        phone.tell(new Report(report.seq(), report.claim(), told, report.at(), n % 3 / 2, report.code()));
    }

    private void pass(Duration time) {
        pulse.clock().pass(time);
        pulse.core().sweep().run();
    }

    private void makeAllPages() {
        campaigns.forEach(campaign -> attempt(() -> pulse.core().steering().resume(owner, campaign.id())));
        campaigns.forEach(campaign -> pulse.core().campaignWork().run(ref(campaign)));
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (Refusal refused) {
            // What can't be done now is no part of the law.
        }
    }

    private static <T> Optional<T> one(List<T> of, int n) {
        return of.isEmpty() ? Optional.empty() : Optional.of(of.get(n % of.size()));
    }

    private static CampaignRef ref(Campaign campaign) {
        return new CampaignRef(campaign.organization(), campaign.id());
    }

    private void assertLaw(Object after) {
        months().forEach(month ->
                assertThat(used(month)).as("%s after %s", month, after).isBetween(0L, LIMIT));
        var held = messages().stream().filter(QuotaLawsTest::holds).count();
        if (anyExpanding()) {
            assertThat(used()).as("after %s", after).isGreaterThanOrEqualTo(held);
        } else {
            assertThat(used()).as("after %s", after).isEqualTo(held);
        }
    }

    /** By the words of the promise, and not by the code that keeps it. */
    private static boolean holds(Message message) {
        return switch (message.status()) {
            case QUEUED, DISPATCHED, UNKNOWN, SENT, DELIVERED, UNDELIVERED -> true;
            case FAILED -> message.parts() > 0;
            case EXPIRED, CANCELED, SKIPPED -> false;
        };
    }

    private boolean anyExpanding() {
        return campaigns.stream()
                .map(campaign -> pulse.progress(owner, campaign).campaign())
                .filter(campaign ->
                        campaign.status() == CampaignStatus.IN_PROGRESS || campaign.status() == CampaignStatus.PAUSED)
                .anyMatch(campaign -> !campaign.expansion().finished());
    }

    private List<Message> messages() {
        return Walk.over(200, page -> pulse.core().messages().page(owner, MessageFilter.ALL, page));
    }

    private List<Message> resendable() {
        return messages().stream()
                .filter(message -> message.status().resendable())
                .toList();
    }

    private Stream<YearMonth> months() {
        return Stream.iterate(first, month -> !month.isAfter(month()), month -> month.plusMonths(1));
    }

    private YearMonth month() {
        return YearMonth.from(pulse.clock().instant().atZone(ZoneOffset.UTC));
    }

    private long used() {
        return months().mapToLong(this::used).sum();
    }

    private long used(YearMonth month) {
        return pulse.core().messages().usage(owner, month).allowance().used();
    }
}
