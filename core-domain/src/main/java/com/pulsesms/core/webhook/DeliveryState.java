package com.pulsesms.core.webhook;

/** How far one event has come to one endpoint. */
public enum DeliveryState {
    /** It is tried until the endpoint has it, or it was tried often enough. */
    PENDING,
    /** The endpoint answered with success. */
    DELIVERED,
    /** It was tried often enough; a person may have it delivered again. */
    FAILED
}
