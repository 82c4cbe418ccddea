package com.pulsesms.jms;

/** Where our messages go on the broker. */
final class Destinations {
    /** Queue: campaigns to be worked on; any one node takes each. */
    static final String EXPANSION = "pulsesms.work.expansion";

    /** Queue: endpoints to which something is due; any one node takes each. */
    static final String DELIVERY = "pulsesms.work.delivery";

    /** Topic: organizations for which messages wait; every node hears each. */
    static final String READY = "pulsesms.ready";

    /** Queue: what consumers refused too often. The name is Artemis' own default. */
    static final String DEAD_LETTERS = "DLQ";

    private Destinations() {}
}
