package com.pulsesms.jms;

import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Takes {@link ExpansionWork} from the queue. Each page has a transaction of its own, and the message has none. */
@MessageDriven(name = "ExpansionConsumer")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ExpansionConsumer implements MessageListener {
    @Inject
    private ExpansionWork work;

    @Override
    public void onMessage(Message message) {
        work.onMessage(message);
    }
}
