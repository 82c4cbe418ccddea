package com.pulsesms.core.device;

/** What kind of phone it is and which version of our app runs on it. */
public record Hardware(String manufacturer, String model, String androidVersion, String appVersion) {
    public Hardware withAppVersion(String version) {
        return new Hardware(manufacturer, model, androidVersion, version);
    }
}
