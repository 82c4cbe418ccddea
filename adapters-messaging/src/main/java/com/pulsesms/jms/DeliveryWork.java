package com.pulsesms.jms;

import com.pulsesms.core.kernel.EndpointId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.webhook.EndpointRef;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.UUID;
import java.util.function.Consumer;

/** Passes on to which endpoints this node is to deliver. */
public final class DeliveryWork implements MessageListener {
    private static final String ORGANIZATION = "organization";
    private static final String ENDPOINT = "endpoint";

    private final Consumer<EndpointRef> here;

    /** @param here delivers on this node, and keeps nobody waiting */
    public DeliveryWork(Consumer<EndpointRef> here) {
        this.here = here;
    }

    @Override
    public void onMessage(Message message) {
        here.accept(read(message));
    }

    static Message write(JMSContext context, EndpointRef endpoint) {
        try {
            var message = context.createMessage();
            message.setStringProperty(ORGANIZATION, endpoint.organization().toString());
            message.setStringProperty(ENDPOINT, endpoint.endpoint().toString());
            return message;
        } catch (JMSException e) {
            throw Failed.of(e);
        }
    }

    private static EndpointRef read(Message message) {
        try {
            return new EndpointRef(
                    new OrganizationId(UUID.fromString(message.getStringProperty(ORGANIZATION))),
                    new EndpointId(UUID.fromString(message.getStringProperty(ENDPOINT))));
        } catch (JMSException e) {
            throw Failed.of(e);
        }
    }
}
