package com.pulsesms.runtime;

import com.pulsesms.core.PulseSms;
import com.pulsesms.core.message.Sending;
import com.pulsesms.jms.ArtemisSending;
import com.pulsesms.jms.ArtemisWorkQueue;
import com.pulsesms.jms.DeadLetters;
import com.pulsesms.jms.ExpansionWork;
import com.pulsesms.jms.ReadyNews;
import com.pulsesms.rest.gateway.ParkedPolls;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.jms.ConnectionFactory;
import java.util.UUID;

/** Makes the core's way to the broker and the broker's way to the core. */
@ApplicationScoped
class Messaging {
    /** Tells this node's wake-ups from those of others; a node that starts again is another. */
    private final String node = UUID.randomUUID().toString();

    @Resource(lookup = "jms/pulsesms")
    private ConnectionFactory connections;

    @Resource
    private ManagedScheduledExecutorService executor;

    /** @param polls given when first needed, because they need the core, which needs this */
    @Produces
    @Singleton
    Sending sending(Provider<ParkedPolls> polls) {
        return new ArtemisSending(connections, node, organization -> polls.get().ready(organization), executor);
    }

    @Produces
    @Singleton
    ArtemisWorkQueue workQueue() {
        return new ArtemisWorkQueue(connections);
    }

    @Produces
    @Singleton
    ExpansionWork expansionWork(PulseSms pulse, ArtemisWorkQueue queue) {
        return new ExpansionWork(pulse.campaignWork()::page, queue);
    }

    @Produces
    @Singleton
    ReadyNews readyNews(ParkedPolls polls) {
        return new ReadyNews(node, polls::ready);
    }

    @Produces
    @Singleton
    DeadLetters deadLetters() {
        return new DeadLetters(connections);
    }
}
