/**
 * How the server reaches Artemis. Start reading at {@link com.pulsesms.broker.BrokerResourceAdapter}: the server starts
 * it before any consumer, and the classes of the broker stay behind it, out of sight of the application.
 */
@NullMarked
package com.pulsesms.broker;

import org.jspecify.annotations.NullMarked;
