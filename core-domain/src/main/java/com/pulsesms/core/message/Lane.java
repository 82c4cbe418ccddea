package com.pulsesms.core.message;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Which queue a message waits in: devices empty the urgent one first, and in quiet hours no other. */
public enum Lane {
    URGENT,
    NORMAL;

    public static final Set<Lane> ALL = Collections.unmodifiableSet(EnumSet.allOf(Lane.class));
}
