package com.pulsesms.jms;

import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Takes {@link ReadyNews} from the topic; every node has a subscription of its own, which ends with the node. */
@MessageDriven(name = "ReadyConsumer")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReadyConsumer implements MessageListener {
    @Inject
    private ReadyNews news;

    @Override
    public void onMessage(Message message) {
        news.onMessage(message);
    }
}
