package com.pulsesms.rest.campaign;

import com.pulsesms.core.message.MessageStatus;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What to resend of a campaign. */
@Schema(name = "ResendWish")
public record ResendWishJson(
        @Schema(
                required = true,
                minItems = 1,
                description = "Of FAILED, UNDELIVERED and UNKNOWN",
                examples = "[\"FAILED\"]")
        List<MessageStatus> status) {}
