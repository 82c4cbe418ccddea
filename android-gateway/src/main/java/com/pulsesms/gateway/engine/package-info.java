/**
 * The phone's side of the gateway protocol, as plain Java that runs on Android 6 and on the JVM.
 *
 * <p>Start at {@link com.pulsesms.gateway.engine.GatewayEngine}; the state machine of a message is
 * {@link com.pulsesms.gateway.engine.Ledger}. What the engine needs from its surroundings are the ports {@code Radio},
 * {@code Outbox}, {@code Clock}, {@code Http}, {@code Phone} and {@code Randomness}. The wire protocol is written down
 * in {@code docs/protocol.md}. A value that may be null is marked "or null".
 */
package com.pulsesms.gateway.engine;
