package com.pulsesms.architecture;

/** The packages that each Maven module owns: what the rules speak of. */
final class Modules {
    static final String ROOT = "com.pulsesms";
    static final String CORE = "com.pulsesms.core..";
    static final String PERSISTENCE = "com.pulsesms.persistence..";
    static final String JMS = "com.pulsesms.jms..";
    static final String HTTP = "com.pulsesms.webhook..";
    static final String UI = "com.pulsesms.ui..";
    static final String REST = "com.pulsesms.rest..";
    static final String RUNTIME = "com.pulsesms.runtime..";
    static final String PHONE = "com.pulsesms.gateway..";

    private Modules() {}
}
