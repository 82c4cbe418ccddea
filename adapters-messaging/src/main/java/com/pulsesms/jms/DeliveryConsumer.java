package com.pulsesms.jms;

import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Takes {@link DeliveryWork} from the queue. */
@MessageDriven(name = "DeliveryConsumer")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeliveryConsumer implements MessageListener {
    @Inject
    private DeliveryWork work;

    @Override
    public void onMessage(Message message) {
        work.onMessage(message);
    }
}
