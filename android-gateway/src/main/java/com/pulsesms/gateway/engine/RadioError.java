package com.pulsesms.gateway.engine;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** What a radio's error code means for the next step. The codes are Android's own names. */
public enum RadioError {
    /** It will fail again; the message failed. */
    PERMANENT,
    /** No part left, and it may work later: tried again with back-off. */
    TEMPORARY,
    /** Android's own limit; no part left. The SIM pauses and no attempt is used up. */
    LIMIT;

    private static final Set<String> TEMPORARY_CODES = new HashSet<String>(Arrays.asList(
            "RESULT_ERROR_NO_SERVICE",
            "RESULT_ERROR_RADIO_OFF",
            "RESULT_RADIO_NOT_AVAILABLE",
            "RESULT_RIL_RADIO_NOT_AVAILABLE",
            "RESULT_RIL_NETWORK_NOT_READY"));

    public static RadioError of(String code) {
        if ("RESULT_ERROR_LIMIT_EXCEEDED".equals(code)) {
            return LIMIT;
        }
        return TEMPORARY_CODES.contains(code) ? TEMPORARY : PERMANENT;
    }
}
