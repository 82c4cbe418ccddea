package com.pulsesms.ui;

import java.net.URI;

/** Where phones and people reach this server from outside. */
@FunctionalInterface
public interface PublicUrl {
    /** Without a slash at the end, such as {@code https://sms.example.com}. */
    URI address();
}
