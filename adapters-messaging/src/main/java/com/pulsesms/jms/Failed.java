package com.pulsesms.jms;

import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;

/** Half of the JMS API throws checked exceptions and the other half unchecked ones; here all are of the second kind. */
final class Failed {
    private Failed() {}

    static JMSRuntimeException of(JMSException e) {
        return new JMSRuntimeException(String.valueOf(e.getMessage()), e.getErrorCode(), e);
    }
}
