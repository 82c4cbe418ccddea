package com.pulsesms.jms;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import java.util.OptionalInt;

/** Messages that consumers refused too often. They wait for a person; the rows they were about are found by the sweep. */
public final class DeadLetters {
    private static final int ENOUGH = 1_000;

    private final ConnectionFactory connections;

    public DeadLetters(ConnectionFactory connections) {
        this.connections = connections;
    }

    /** How many there are, at most {@value #ENOUGH}; empty while the broker doesn't tell. */
    public OptionalInt count() {
        try (var context = connections.createContext();
                var browser = context.createBrowser(context.createQueue(Destinations.DEAD_LETTERS))) {
            var letters = browser.getEnumeration().asIterator();
            var count = 0;
            while (count < ENOUGH && letters.hasNext()) {
                letters.next();
                count++;
            }
            return OptionalInt.of(count);
        } catch (JMSException | JMSRuntimeException e) {
            return OptionalInt.empty();
        }
    }
}
