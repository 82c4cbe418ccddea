package com.pulsesms.jms;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.campaign.CampaignRef;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.OrganizationId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ExpansionWorkTest {
    private static final boolean FINISHED = false;
    private static final int PAGES = 5;

    private final CampaignRef campaign = aCampaign();
    private final ArtemisWorkQueue queue = new ArtemisWorkQueue(ABroker.connections());
    private final BlockingQueue<CampaignRef> pages = new LinkedBlockingQueue<>();
    private final DeadLetters deadLetters = new DeadLetters(ABroker.connections());

    @TempDir
    private Path folder;

    private ABroker broker;

    @BeforeEach
    void startBroker() throws Exception {
        broker = new ABroker(folder);
    }

    @AfterEach
    void stopBroker() throws Exception {
        broker.close();
    }

    @Test
    void expandsWhatItIsAskedFor() throws Exception {
        broker.consumeWork(working(Duration.ZERO, asked -> FINISHED));

        queue.workOn(campaign);

        assertThat(nextPage()).isEqualTo(campaign);
    }

    @Test
    void expandsWhatWasAskedForBeforeTheBrokerWasStopped() throws Exception {
        queue.workOn(campaign);
        broker.stop();
        broker.start();

        broker.consumeWork(working(Duration.ZERO, asked -> FINISHED));

        assertThat(nextPage()).isEqualTo(campaign);
    }

    @Test
    void losesNothingWhenTheBrokerIsGoneWhileItIsAsked() throws Exception {
        broker.stop();
        queue.workOn(campaign);
        broker.start();
        broker.consumeWork(working(Duration.ZERO, asked -> FINISHED));

        // As the sweep does every few seconds while the campaign has not got on.
        CampaignRef page;
        do {
            queue.remindOf(campaign);
            page = pages.poll(100, MILLISECONDS);
        } while (page == null);

        assertThat(page).isEqualTo(campaign);
    }

    @Test
    void triesAgainWhatFailed() throws Exception {
        var tries = new AtomicInteger();
        broker.consumeWork(working(Duration.ZERO, asked -> {
            if (tries.incrementAndGet() < ABroker.DELIVERIES) {
                throw new IllegalStateException("The database is away");
            }
            return FINISHED;
        }));

        queue.workOn(campaign);

        for (var i = 0; i < ABroker.DELIVERIES; i++) {
            assertThat(nextPage()).isEqualTo(campaign);
        }
        assertThat(deadLetters.count()).hasValue(0);
    }

    @Test
    void givesTheWorkOfAConsumerThatDiedToAnother() throws Exception {
        var begun = new CountDownLatch(1);
        var takenOver = new CountDownLatch(1);
        broker.consumeWork(working(Duration.ZERO, asked -> {
            begun.countDown();
            await(takenOver);
            return FINISHED;
        }));
        queue.workOn(campaign);
        await(begun);
        pages.clear();

        // Its connection is gone before it could acknowledge.
        broker.stop();
        broker.start();
        broker.consumeWork(working(Duration.ZERO, asked -> FINISHED));

        assertThat(nextPage()).isEqualTo(campaign);
        takenOver.countDown();
    }

    @Test
    void keepsWhatAlwaysFailsAmongTheDeadLettersAndGoesOnWithOthers() throws Exception {
        var other = aCampaign();
        broker.consumeWork(working(Duration.ZERO, asked -> {
            if (asked.equals(campaign)) {
                throw new IllegalStateException("It can't be expanded");
            }
            return FINISHED;
        }));

        queue.workOn(campaign);
        for (var i = 0; i < ABroker.DELIVERIES; i++) {
            assertThat(nextPage()).isEqualTo(campaign);
        }
        queue.workOn(other);

        assertThat(nextPage()).isEqualTo(other);
        assertThat(deadLetters.count()).hasValue(1);
    }

    @Test
    void letsASmallCampaignPassABigOne() throws Exception {
        var small = aCampaign();
        var left = new AtomicInteger(PAGES);
        var begun = new CountDownLatch(1);
        var smallQueued = new CountDownLatch(1);
        broker.consumeWork(working(Duration.ZERO, asked -> {
            if (asked.equals(small)) {
                return FINISHED;
            }
            begun.countDown();
            await(smallQueued);
            return left.decrementAndGet() > 0;
        }));

        queue.workOn(campaign);
        await(begun);
        queue.workOn(small);
        smallQueued.countDown();

        assertThat(nextPage()).isEqualTo(campaign);
        assertThat(nextPage()).isEqualTo(small);
        for (var i = 1; i < PAGES; i++) {
            assertThat(nextPage()).isEqualTo(campaign);
        }
    }

    @Test
    void looksOnceMoreWhenItIsAskedAgainDuringTheLastPage() {
        try (var context = ABroker.connections().createContext()) {
            var nudge = ExpansionWork.write(context, campaign);
            var work = new AtomicReference<ExpansionWork>();
            work.set(working(Duration.ZERO, asked -> {
                if (pages.size() == 1) {
                    work.get().onMessage(nudge);
                }
                return FINISHED;
            }));

            work.get().onMessage(nudge);
        }

        assertThat(pages).containsExactly(campaign, campaign);
    }

    @Test
    void isAskedAtOnceHoweverOftenItWasRemindedBefore() throws Exception {
        queue.workOn(campaign);
        queue.remindOf(campaign);
        queue.workOn(campaign);

        assertThat(broker.waitingWork()).isEqualTo(2);
    }

    @Test
    void makesManyPagesInATurn() throws Exception {
        var left = new AtomicInteger(PAGES);
        var small = aCampaign();
        queue.workOn(campaign);
        queue.workOn(small);

        broker.consumeWork(working(
                Duration.ofMinutes(1), asked -> asked.equals(campaign) ? left.decrementAndGet() > 0 : FINISHED));

        for (var i = 0; i < PAGES; i++) {
            assertThat(nextPage()).isEqualTo(campaign);
        }
        assertThat(nextPage()).isEqualTo(small);
    }

    @Test
    void goesOnByItselfWhenTheQueueDoesNotTakeTheRest() throws Exception {
        var left = new AtomicInteger(PAGES);
        var begun = new CountDownLatch(1);
        var brokerStopped = new CountDownLatch(1);
        broker.consumeWork(working(Duration.ZERO, asked -> {
            begun.countDown();
            await(brokerStopped);
            return left.decrementAndGet() > 0;
        }));
        queue.workOn(campaign);
        await(begun);

        broker.stop();
        brokerStopped.countDown();

        for (var i = 0; i < PAGES; i++) {
            assertThat(nextPage()).isEqualTo(campaign);
        }
    }

    private ExpansionWork working(Duration turn, Predicate<CampaignRef> page) {
        return new ExpansionWork(
                asked -> {
                    pages.add(asked);
                    return page.test(asked);
                },
                queue,
                turn);
    }

    private CampaignRef nextPage() throws InterruptedException {
        return pages.poll(ABroker.PATIENCE_SECONDS, SECONDS);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(ABroker.PATIENCE_SECONDS, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CampaignRef aCampaign() {
        return new CampaignRef(new OrganizationId(UUID.randomUUID()), new CampaignId(UUID.randomUUID()));
    }
}
