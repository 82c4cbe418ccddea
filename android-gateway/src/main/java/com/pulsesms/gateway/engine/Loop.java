package com.pulsesms.gateway.engine;

/** Work that is done in steps. */
interface Loop {
    /** Does what is due and returns how many milliseconds to wait, unless the bell rings. */
    long step();
}
