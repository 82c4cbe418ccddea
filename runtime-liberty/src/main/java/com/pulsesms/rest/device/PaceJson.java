package com.pulsesms.rest.device;

import com.pulsesms.core.device.Pace;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.rest.Input;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How fast a device sends. */
@Schema(name = "Pace")
public record PaceJson(
        boolean unlimited,

        @Schema(description = "SMS parts a minute; null if unlimited", minimum = "10", maximum = "600") @Nullable
        Integer partsPerMinute) {
    static PaceJson of(Pace pace) {
        var parts = pace.partsPerMinute();
        return new PaceJson(parts.isEmpty(), parts.isPresent() ? parts.getAsInt() : null);
    }

    static Pace read(Input input) {
        var unlimited = input.flag("unlimited");
        var pace = input.optionalInteger("partsPerMinute").map(Pace::of);
        if (unlimited && pace.isPresent()) {
            throw new Refusal.Invalid("pace", "Either unlimited or partsPerMinute");
        }
        return unlimited ? Pace.UNLIMITED : pace.orElse(Pace.DEFAULT);
    }
}
