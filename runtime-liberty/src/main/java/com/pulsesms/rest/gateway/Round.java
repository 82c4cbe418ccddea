package com.pulsesms.rest.gateway;

import com.pulsesms.core.kernel.OrganizationId;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Goes through the parked phones of one organization, each once, for as long as messages remain. It begins with one pair of
 * hands; whoever finds messages calls for another.
 */
final class Round {
    private static final int MOST_HANDS = 4;
    private static final System.Logger LOG = System.getLogger(Round.class.getName());

    private final ParkedPolls polls;
    private final OrganizationId organization;
    private final Queue<ParkedPoll> left;
    private final AtomicInteger hands = new AtomicInteger();

    Round(ParkedPolls polls, OrganizationId organization, List<ParkedPoll> left) {
        this.polls = polls;
        this.organization = organization;
        this.left = new ConcurrentLinkedQueue<>(left);
    }

    void begin() {
        help();
    }

    private void help() {
        hands.incrementAndGet();
        try {
            polls.execute(this::work);
        } catch (RejectedExecutionException | IllegalStateException stopping) {
            handsDown();
        }
    }

    private void work() {
        try {
            for (var poll = left.poll(); poll != null; poll = left.poll()) {
                if (poll.beginsLooking()) {
                    after(poll, polls.look(poll));
                }
            }
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Looking for messages failed; the next look in some seconds goes on",
                    e);
            left.clear();
        } finally {
            handsDown();
        }
    }

    private void after(ParkedPoll poll, int found) {
        if (found < poll.max() && !polls.waitsFor(organization)) {
            left.clear();
        } else if (found > 0 && !left.isEmpty() && hands.get() < MOST_HANDS) {
            help();
        }
    }

    private void handsDown() {
        if (hands.decrementAndGet() == 0) {
            polls.goneThrough(organization);
        }
    }
}
