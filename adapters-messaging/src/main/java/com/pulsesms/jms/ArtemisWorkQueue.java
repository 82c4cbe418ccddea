package com.pulsesms.jms;

import com.pulsesms.core.campaign.CampaignRef;
import com.pulsesms.core.campaign.WorkQueue;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import java.time.Clock;

/**
 * Asks some node to go on with a campaign by a stored message. What can't be sent is not lost: the sweep finds the campaign
 * and asks again. Reminders of the same campaign are let through ever more seldom, so that a campaign that can't go on
 * does not fill the queue.
 */
public final class ArtemisWorkQueue implements WorkQueue {
    private final ConnectionFactory connections;
    private final Insistence insistence;
    private final BrokerReach reach = new BrokerReach("Campaigns that were started go on when it is back");

    public ArtemisWorkQueue(ConnectionFactory connections) {
        this(connections, Clock.systemUTC());
    }

    ArtemisWorkQueue(ConnectionFactory connections, Clock clock) {
        this.connections = connections;
        this.insistence = new Insistence(clock);
    }

    @Override
    public void workOn(CampaignRef campaign) {
        insistence.forget(campaign);
        remindOf(campaign);
    }

    @Override
    public void remindOf(CampaignRef campaign) {
        if (insistence.isDue(campaign) && !goOn(campaign)) {
            insistence.forget(campaign);
        }
    }

    /**
     * Puts a campaign that has had its turn at the end of the queue.
     *
     * @return whether the broker took it
     */
    boolean goOn(CampaignRef campaign) {
        return reach.attempt(() -> send(campaign));
    }

    private void send(CampaignRef campaign) {
        try (var context = connections.createContext()) {
            context.createProducer()
                    .setDeliveryMode(DeliveryMode.PERSISTENT)
                    .send(context.createQueue(Destinations.EXPANSION), ExpansionWork.write(context, campaign));
        }
    }
}
