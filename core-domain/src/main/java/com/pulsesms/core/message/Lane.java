package com.pulsesms.core.message;

/** Which queue a message waits in: devices empty the urgent one first. */
public enum Lane {
    URGENT,
    NORMAL
}
