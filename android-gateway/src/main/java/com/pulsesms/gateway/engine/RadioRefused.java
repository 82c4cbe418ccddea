package com.pulsesms.gateway.engine;

/** The radio did not take a message: no part left, and none will. */
public final class RadioRefused extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;

    /** @param code the reason, in the form of a report's code */
    public RadioRefused(String code) {
        super(code);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
