package com.pulsesms.rest.device;

import com.pulsesms.core.device.Pace;
import com.pulsesms.core.device.PartCap;
import com.pulsesms.core.device.Span;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.rest.Input;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How fast a device or a SIM sends. */
@Schema(
        name = "Pace",
        description =
                "A long text takes several parts. A minute, an hour and a day are any stretch of that length. In a"
                        + " change, a cap that is absent stays and null takes it away; unlimited: true takes all away.")
public record PaceJson(
        boolean unlimited,

        @Schema(description = "SMS parts in any minute; null for no such cap", minimum = "10", maximum = "600")
        @Nullable
        Integer partsPerMinute,

        @Schema(description = "SMS parts in any hour; null for no such cap", minimum = "10", maximum = "36000")
        @Nullable
        Integer partsPerHour,

        @Schema(description = "SMS parts in any 24 hours; null for no such cap", minimum = "10", maximum = "864000")
        @Nullable
        Integer partsPerDay) {
    static PaceJson of(PartCap cap) {
        return new PaceJson(
                cap.unlimited(), orNull(cap.partsPerMinute()), orNull(cap.partsPerHour()), orNull(cap.partsPerDay()));
    }

    private static @Nullable Integer orNull(OptionalInt cap) {
        return cap.isPresent() ? cap.getAsInt() : null;
    }

    /** Which caps to change. */
    static Map<Span, OptionalInt> read(Input input) {
        var unlimited = input.flag("unlimited");
        var changes = new HashMap<Span, OptionalInt>();
        for (var span : Span.values()) {
            if (input.cleared(span.field())) {
                changes.put(span, OptionalInt.empty());
            } else {
                input.optionalInteger(span.field()).ifPresent(parts -> changes.put(span, OptionalInt.of(parts)));
            }
        }
        if (unlimited && changes.values().stream().anyMatch(OptionalInt::isPresent)) {
            throw new Refusal.Invalid("pace", "Either unlimited or caps");
        }
        if (unlimited) {
            return PartCap.NONE.all();
        }
        return input.has("unlimited") && changes.isEmpty()
                ? Pace.DEFAULT.device().all()
                : changes;
    }
}
