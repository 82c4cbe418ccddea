package com.pulsesms.core.device;

import java.util.Optional;

/**
 * A SIM card as the phone tells of it.
 *
 * @param slot where it sits, from 0; what a message is pinned to
 * @param number as the carrier or the person wrote it on the phone; carriers often leave it out
 */
public record Sim(int slot, int subscriptionId, String carrier, Optional<String> number) {}
