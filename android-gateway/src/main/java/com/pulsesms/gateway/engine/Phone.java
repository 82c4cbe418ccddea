package com.pulsesms.gateway.engine;

import java.util.List;

/** The device around the engine. */
public interface Phone {
    PhoneState state();

    /** The subscriptions to use for messages that name none, in turn; empty is the phone's default. */
    List<Integer> chosenSims();
}
