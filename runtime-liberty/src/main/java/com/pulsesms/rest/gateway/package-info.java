/**
 * The API of the phones, as {@code android-gateway/docs/protocol.md} says. Start reading at {@link
 * com.pulsesms.rest.gateway.GatewayResource}; how a phone waits for messages without holding a thread is told by {@link
 * com.pulsesms.rest.gateway.ParkedPolls}.
 */
@NullMarked
package com.pulsesms.rest.gateway;

import org.jspecify.annotations.NullMarked;
