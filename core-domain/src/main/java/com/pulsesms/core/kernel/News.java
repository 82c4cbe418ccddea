package com.pulsesms.core.kernel;

import java.time.Instant;

/**
 * That something happened.
 *
 * @param about the id of what it happened to
 */
public record News<I>(EventType type, I about, Instant at) {}
