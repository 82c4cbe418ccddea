package com.pulsesms.core.gateway;

import com.pulsesms.core.kernel.MessageId;

/**
 * One handing of a message to one device. Each has a number, one higher than the last of that message, so that nothing
 * said about an earlier one can touch a later one.
 */
public record Claim(MessageId message, int number) {}
