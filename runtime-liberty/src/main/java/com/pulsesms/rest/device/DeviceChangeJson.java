package com.pulsesms.rest.device;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What to change of a device; what is absent stays. */
@Schema(name = "DeviceChange")
public record DeviceChangeJson(@Schema(maxLength = 100) String name, PaceJson pace, List<SimChangeJson> sims) {

    /** The pace of one SIM. */
    @Schema(name = "SimChange")
    public record SimChangeJson(
            @Schema(required = true, description = "Where it sits, from 0")
            int slot,

            @Schema(required = true) PaceJson pace) {}
}
