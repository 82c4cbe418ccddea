/**
 * A phone without a phone: the same engine on the JVM, with a radio that writes to a file what left it. Not part of the
 * app. Start at {@link com.pulsesms.gateway.simulator.SimulatedPhone}.
 */
package com.pulsesms.gateway.simulator;
