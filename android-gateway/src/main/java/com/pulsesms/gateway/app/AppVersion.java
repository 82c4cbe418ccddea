package com.pulsesms.gateway.app;

/** The version that is told to the server; the manifest's, held together by a test. */
final class AppVersion {
    static final String NAME = "0.1.0";

    private AppVersion() {}
}
