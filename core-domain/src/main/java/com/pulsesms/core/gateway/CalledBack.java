package com.pulsesms.core.gateway;

/** An accepted claim that the device is to give back if it has not begun to send it. */
public record CalledBack(Claim claim, Recall recall) {}
