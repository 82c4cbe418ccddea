package com.pulsesms.core.webhook;

import java.time.Instant;

/**
 * One try of a delivery.
 *
 * @param number grows by each try; some numbers may be missing
 * @param url where it went, which may have been changed since
 */
public record Attempt(int number, Instant at, String url, Answer answer) {}
