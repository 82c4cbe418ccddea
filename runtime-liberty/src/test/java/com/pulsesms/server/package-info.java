/** The packaged server as tests drive it, from the outside: {@link com.pulsesms.server.PulseSmsServer}. */
package com.pulsesms.server;
