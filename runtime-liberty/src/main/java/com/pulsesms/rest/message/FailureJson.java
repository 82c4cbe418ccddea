package com.pulsesms.rest.message;

import com.pulsesms.core.message.FailureReason;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a message ended badly. */
@Schema(name = "Failure")
public record FailureJson(
        @Schema(description = "Stable, for programs; new ones may come", examples = "\"RESULT_ERROR_NO_SERVICE\"")
        String code,

        @Schema(description = "A sentence for people", examples = "\"The phone had no network\"")
        String reason) {
    static FailureJson of(String code) {
        return new FailureJson(code, FailureReason.of(code));
    }
}
