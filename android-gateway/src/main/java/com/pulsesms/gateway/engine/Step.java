package com.pulsesms.gateway.engine;

/** The places between two effects of the engine, where a death would matter most. */
public enum Step {
    AFTER_CLAIM,
    AFTER_OUTBOX_WRITE,
    AFTER_ACCEPT_CALL,
    AFTER_ACCEPT,
    BEFORE_MARK_SENDING,
    AFTER_MARK_SENDING,
    AFTER_RADIO,
    BEFORE_RESULT,
    AFTER_RESULT,
    BEFORE_REPORT,
    AFTER_REPORT_CALL,
    AFTER_CONFIRM
}
