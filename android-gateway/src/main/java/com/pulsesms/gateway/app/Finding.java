package com.pulsesms.gateway.app;

/** Something that may keep a phone from working as a gateway, in the order of weight. */
enum Finding {
    SEND_SMS,
    PHONE_STATE,
    SIM,
    AIRPLANE_MODE,
    DEFAULT_SIM,
    NOTIFICATIONS,
    BATTERY,
    BACKGROUND,
    NETWORK
}
