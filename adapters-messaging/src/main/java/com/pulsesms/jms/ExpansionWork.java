package com.pulsesms.jms;

import com.pulsesms.core.campaign.CampaignRef;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.OrganizationId;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Works on campaigns as the queue asks for it: makes them into messages, and has those follow a pause. Each gets a turn of some pages and then goes to the end of the
 * queue, so that a small campaign does not wait for a big one. One that fails is refused: the broker offers it again later
 * and at last puts it among the dead letters.
 */
public final class ExpansionWork implements MessageListener {
    /** How long one campaign may keep a consumer while others wait. */
    static final Duration TURN = Duration.ofSeconds(1);

    private static final System.Logger LOG = System.getLogger(ExpansionWork.class.getName());
    private static final String ORGANIZATION = "organization";
    private static final String CAMPAIGN = "campaign";
    private static final Boolean ASKED_ONCE = false;
    private static final Boolean ASKED_AGAIN = true;
    private static final String DELIVERIES = "JMSXDeliveryCount";

    private final Predicate<CampaignRef> page;
    private final ArtemisWorkQueue queue;
    private final Duration turn;
    private final Map<CampaignRef, Boolean> atWork = new ConcurrentHashMap<>();

    /** @param page does a campaign's next page and tells whether there is more to do */
    public ExpansionWork(Predicate<CampaignRef> page, ArtemisWorkQueue queue) {
        this(page, queue, TURN);
    }

    ExpansionWork(Predicate<CampaignRef> page, ArtemisWorkQueue queue, Duration turn) {
        this.page = page;
        this.queue = queue;
        this.turn = turn;
    }

    @Override
    public void onMessage(Message message) {
        var campaign = read(message);
        // A repeated nudge would only wait for the campaign's lock, and keep others waiting.
        if (atWork.merge(campaign, ASKED_ONCE, (once, more) -> ASKED_AGAIN)) {
            return;
        }
        var done = false;
        try {
            do {
                work(campaign);
                // What it was asked for again may have come after its last page.
                done = !atWork.replace(campaign, ASKED_AGAIN, ASKED_ONCE) && atWork.remove(campaign, ASKED_ONCE);
            } while (!done);
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The work on campaign " + campaign.campaign() + " failed at delivery " + deliveries(message)
                            + "; it is tried again",
                    e);
            throw e;
        } finally {
            if (!done) {
                atWork.remove(campaign);
            }
        }
    }

    private void work(CampaignRef campaign) {
        boolean more;
        do {
            more = hasMoreAfterATurn(campaign);
            // Where the queue does not take it back, nobody else waits in it either.
        } while (more && !queue.goOn(campaign));
    }

    private boolean hasMoreAfterATurn(CampaignRef campaign) {
        var end = System.nanoTime() + turn.toNanos();
        boolean more;
        do {
            more = page.test(campaign);
        } while (more && end - System.nanoTime() > 0);
        return more;
    }

    static Message write(JMSContext context, CampaignRef campaign) {
        try {
            var message = context.createMessage();
            message.setStringProperty(ORGANIZATION, campaign.organization().toString());
            message.setStringProperty(CAMPAIGN, campaign.campaign().toString());
            return message;
        } catch (JMSException e) {
            throw Failed.of(e);
        }
    }

    private static CampaignRef read(Message message) {
        try {
            return new CampaignRef(
                    new OrganizationId(UUID.fromString(message.getStringProperty(ORGANIZATION))),
                    new CampaignId(UUID.fromString(message.getStringProperty(CAMPAIGN))));
        } catch (JMSException e) {
            throw Failed.of(e);
        }
    }

    private static int deliveries(Message message) {
        try {
            return message.getIntProperty(DELIVERIES);
        } catch (JMSException e) {
            throw Failed.of(e);
        }
    }
}
