package com.pulsesms.rest.device;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What to change of a device; what is absent stays. */
@Schema(name = "DeviceChange")
public record DeviceChangeJson(@Schema(maxLength = 100) String name, PaceJson pace) {}
