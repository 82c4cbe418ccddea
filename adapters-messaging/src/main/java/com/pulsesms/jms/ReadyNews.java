package com.pulsesms.jms;

import com.pulsesms.core.kernel.OrganizationId;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.UUID;

/** Passes on what other nodes tell of waiting messages; this node has told itself already. */
public final class ReadyNews implements MessageListener {
    private static final String ORGANIZATION = "organization";
    private static final String NODE = "node";

    private final String node;
    private final ReadyListener here;

    /** @param node the same as the {@link ArtemisSending} of this node has */
    public ReadyNews(String node, ReadyListener here) {
        this.node = node;
        this.here = here;
    }

    @Override
    public void onMessage(Message message) {
        try {
            if (!node.equals(message.getStringProperty(NODE))) {
                here.ready(new OrganizationId(UUID.fromString(message.getStringProperty(ORGANIZATION))));
            }
        } catch (JMSException e) {
            throw Failed.of(e);
        }
    }

    static Message write(JMSContext context, OrganizationId organization, String node) {
        try {
            var message = context.createMessage();
            message.setStringProperty(ORGANIZATION, organization.toString());
            message.setStringProperty(NODE, node);
            return message;
        } catch (JMSException e) {
            throw Failed.of(e);
        }
    }
}
