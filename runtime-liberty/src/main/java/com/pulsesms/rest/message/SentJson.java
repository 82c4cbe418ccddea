package com.pulsesms.rest.message;

import com.pulsesms.core.message.Message;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Messages that were queued at once. */
@Schema(name = "SentMessages")
public record SentJson(
        @Schema(description = "In the order of the recipients")
        List<MessageJson> data) {
    static SentJson of(List<Message> messages) {
        return new SentJson(messages.stream().map(MessageJson::of).toList());
    }
}
