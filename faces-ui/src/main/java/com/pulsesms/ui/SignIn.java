package com.pulsesms.ui;

import com.pulsesms.core.identity.Session;

/**
 * Makes the browser of the current request known, and forgets it again. The runtime decides how a browser carries its
 * sign-in; the pages only begin and end it.
 */
public interface SignIn {
    /** Gives the browser the session; it is known from its next request on. */
    void begin(Session session);

    /** Ends the session of the current request for good and takes it from the browser; nothing if there is none. */
    void end();
}
