package com.pulsesms.rest.message;

import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.message.Lane;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageStatus;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A message. */
@Schema(name = "Message")
public record MessageJson(
        UUID id,
        @Nullable UUID campaignId,

        @Schema(description = "The message that was first to be sent, if this one was made because that one failed")
        @Nullable
        UUID resendOf,

        @Schema(description = "In E.164 form") String to,

        @Schema(description = "Null for a campaign's message until a phone is handed it") @Nullable
        String text,

        MessageStatus status,

        @Schema(description = "Why it ended badly, or nobody can tell how it ended") @Nullable
        FailureJson failure,

        @Schema(description = "How many SMS it takes, or took")
        int parts,

        @Schema(description = "The phone that holds or held it") @Nullable
        UUID deviceId,

        @Schema(description = "It was canceled when a phone had taken it already; what the phone tells decides")
        boolean cancelAsked,

        boolean urgent,
        @Nullable Instant deadline,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable Instant deliveredAt,
        Instant changedAt) {
    public static MessageJson of(Message message) {
        return new MessageJson(
                message.id().value(),
                message.origin().campaign().map(CampaignId::value).orElse(null),
                message.origin().resendOf().map(MessageId::value).orElse(null),
                message.to().e164(),
                message.text().orElse(null),
                message.status(),
                message.failure().map(FailureJson::of).orElse(null),
                message.parts(),
                message.device().map(DeviceId::value).orElse(null),
                message.cancelAsked(),
                message.lane() == Lane.URGENT,
                message.deadline().orElse(null),
                message.times().createdAt(),
                message.times().sentAt().orElse(null),
                message.times().deliveredAt().orElse(null),
                message.times().changedAt());
    }
}
