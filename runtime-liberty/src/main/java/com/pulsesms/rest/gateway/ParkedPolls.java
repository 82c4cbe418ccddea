package com.pulsesms.rest.gateway;

import com.pulsesms.core.gateway.HandOver;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * The phones of this node that wait for messages, each without a thread. A phone is first put here, then somebody looks for
 * messages for it, and only then it waits: whatever becomes ready after the look wakes it. When messages are ready for an
 * organization its phones are looked after one by one, the longest waiting first, for as long as messages remain; so one
 * message does not wake a thousand phones.
 */
public final class ParkedPolls {
    /** How many phones are looked after at once on this node: each takes a database connection. */
    private static final int AT_ONCE = 8;

    private static final System.Logger LOG = System.getLogger(ParkedPolls.class.getName());

    private final HandOver handOver;
    private final Executor executor;
    private final Map<DeviceId, ParkedPoll> byDevice = new HashMap<>();
    private final Map<OrganizationId, Crowd> crowds = new HashMap<>();
    private boolean closed;

    /** The parked phones of one organization. */
    private static final class Crowd {
        final Set<ParkedPoll> polls = new LinkedHashSet<>();
        boolean goneThrough;
        /** Messages became ready while the crowd was gone through: those passed already may be needed again. */
        boolean again;
    }

    public ParkedPolls(HandOver handOver, Executor executor) {
        this.handOver = handOver;
        this.executor = new Bounded(executor, AT_ONCE);
    }

    /** Parks a phone unless messages wait for it. It ends an older poll of the same device. */
    void park(ParkedPoll poll) {
        if (!add(poll)) {
            poll.answer().stopping();
        } else if (poll.beginsLooking()) {
            try {
                search(poll);
            } catch (RuntimeException e) {
                remove(poll);
                if (poll.ends()) {
                    poll.answer().failure(e);
                }
            }
        }
    }

    private boolean add(ParkedPoll poll) {
        ParkedPoll older;
        synchronized (this) {
            if (closed) {
                return false;
            }
            older = byDevice.put(poll.device().id(), poll);
            if (older != null) {
                leaveCrowd(older);
            }
            crowds.computeIfAbsent(poll.device().organization(), id -> new Crowd())
                    .polls
                    .add(poll);
        }
        if (older != null && older.ends()) {
            older.answer().nothing();
        }
        return true;
    }

    /** The phone has waited long enough, or is gone: it is answered that nothing came, unless somebody just looks. */
    boolean giveUp(ParkedPoll poll) {
        if (poll.isLooking()) {
            return false;
        }
        remove(poll);
        if (poll.ends()) {
            poll.answer().nothing();
        }
        return true;
    }

    /** Messages are ready for the organization. Returns at once. */
    public void ready(OrganizationId organization) {
        List<ParkedPoll> polls;
        synchronized (this) {
            var crowd = crowds.get(organization);
            if (crowd == null || closed) {
                return;
            }
            if (crowd.goneThrough) {
                crowd.again = true;
                return;
            }
            crowd.goneThrough = true;
            polls = List.copyOf(crowd.polls);
        }
        new Round(this, organization, polls).begin();
    }

    /** The crowd was gone through, as far as messages remained. */
    void goneThrough(OrganizationId organization) {
        boolean again;
        synchronized (this) {
            var crowd = crowds.get(organization);
            if (crowd == null) {
                return;
            }
            crowd.goneThrough = false;
            again = crowd.again;
            crowd.again = false;
            forgetEmpty(organization, crowd);
        }
        if (again) {
            ready(organization);
        }
    }

    /**
     * Looks for messages for the phones that may send more since {@code now}, by their pace or because quiet hours are over;
     * asks the database for those only.
     */
    public void lookForOpened(Instant now) {
        List<ParkedPoll> polls;
        synchronized (this) {
            polls = List.copyOf(byDevice.values());
        }
        polls.stream()
                .filter(poll -> poll.hasOpened(now))
                .forEach(poll -> lookAgain(poll.device().id()));
    }

    /** Finds what nobody told of: a wake-up that got lost. One query for all. */
    public void lookForMissed() {
        Set<OrganizationId> organizations;
        synchronized (this) {
            organizations = Set.copyOf(crowds.keySet());
        }
        handOver.waiting(organizations).forEach(this::ready);
    }

    boolean waitsFor(OrganizationId organization) {
        return !handOver.waiting(Set.of(organization)).isEmpty();
    }

    void execute(Runnable task) {
        executor.execute(task);
    }

    /**
     * Looks for messages for a poll that {@link ParkedPoll#beginsLooking}. A phone that may not have any, such as one that
     * was removed while it waited, is told so at once.
     *
     * @return how many were found
     * @throws RuntimeException if looking failed; the poll stays parked
     */
    int look(ParkedPoll poll) {
        try {
            return search(poll);
        } catch (Refusal refusal) {
            remove(poll);
            if (poll.ends()) {
                poll.answer().failure(refusal);
            }
            return 0;
        } catch (RuntimeException e) {
            poll.rests();
            throw e;
        }
    }

    private int search(ParkedPoll poll) {
        do {
            var device = poll.caller();
            var offer = handOver.offer(device, poll.max());
            var found = offer.messages();
            poll.opensAt(offer.opens());
            if (!found.isEmpty()) {
                remove(poll);
                if (!poll.ends() || !poll.answer().messages(device, found)) {
                    // The poll that followed needs not wait for the lease to end.
                    lookAgain(device.id());
                }
                return found.size();
            }
        } while (poll.looksAgain());
        return 0;
    }

    /** Looks for messages for the device's poll, if it has one, because something about the device is new. */
    void lookAgain(DeviceId device) {
        ParkedPoll current;
        synchronized (this) {
            current = byDevice.get(device);
        }
        if (current != null) {
            execute(() -> {
                if (current.beginsLooking()) {
                    look(current);
                }
            });
        }
    }

    private synchronized void remove(ParkedPoll poll) {
        byDevice.remove(poll.device().id(), poll);
        leaveCrowd(poll);
    }

    private void leaveCrowd(ParkedPoll poll) {
        var organization = poll.device().organization();
        var crowd = crowds.get(organization);
        if (crowd != null) {
            crowd.polls.remove(poll);
            forgetEmpty(organization, crowd);
        }
    }

    private void forgetEmpty(OrganizationId organization, Crowd crowd) {
        if (crowd.polls.isEmpty() && !crowd.goneThrough) {
            crowds.remove(organization);
        }
    }

    public synchronized int size() {
        return byDevice.size();
    }

    /** Sends all phones away, to another node or to ask again later; none is parked any more. */
    public void close() {
        List<ParkedPoll> left;
        synchronized (this) {
            closed = true;
            left = new ArrayList<>(byDevice.values());
            byDevice.clear();
            crowds.clear();
        }
        left.stream().filter(ParkedPoll::ends).forEach(poll -> poll.answer().nothing());
        if (!left.isEmpty()) {
            LOG.log(System.Logger.Level.INFO, "The server stops: {0} waiting phones were sent away", left.size());
        }
    }
}
