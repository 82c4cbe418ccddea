package com.pulsesms.persistence;

import com.pulsesms.core.kernel.Refusal;

/** That what is to be saved was read before somebody else saved. */
public final class Stale {
    private Stale() {}

    /** @throws Refusal.Conflict {@code stale} unless {@code stored} is the revision that was read */
    public static void refuseUnless(boolean stored) {
        if (!stored) {
            throw new Refusal.Conflict("stale", "Somebody changed it at the same time: look at it again and repeat");
        }
    }
}
