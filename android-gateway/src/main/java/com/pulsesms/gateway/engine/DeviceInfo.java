package com.pulsesms.gateway.engine;

/** What a phone is, told once at pairing. */
public final class DeviceInfo {
    private final String installationId;
    private final String manufacturer;
    private final String model;
    private final String androidVersion;
    private final String appVersion;

    /** @param installationId made once per installation of the app */
    public DeviceInfo(
            String installationId, String manufacturer, String model, String androidVersion, String appVersion) {
        this.installationId = installationId;
        this.manufacturer = manufacturer;
        this.model = model;
        this.androidVersion = androidVersion;
        this.appVersion = appVersion;
    }

    public String installationId() {
        return installationId;
    }

    public String manufacturer() {
        return manufacturer;
    }

    public String model() {
        return model;
    }

    public String androidVersion() {
        return androidVersion;
    }

    public String appVersion() {
        return appVersion;
    }
}
