package com.pulsesms.rest.campaign;

import com.pulsesms.core.campaign.CampaignStatus;
import com.pulsesms.core.campaign.Campaigns;
import com.pulsesms.core.campaign.Prediction;
import com.pulsesms.core.campaign.Prediction.Reason;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.message.MessageCounts;
import com.pulsesms.core.message.MessageStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A campaign with how its messages do. */
@Schema(name = "Campaign")
public record CampaignJson(
        UUID id,
        String name,
        String text,

        @Schema(description = "The contact lists, in the order chosen")
        List<UUID> lists,

        @Nullable UUID deviceId,
        @Nullable Integer sim,

        @Schema(description = "When what has not left expires") @Nullable
        Instant deadline,

        CampaignStatus status,

        @Schema(description = "When it is, or was, to start by itself") @Nullable
        ScheduleJson schedule,

        CountsJson counts,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,

        @Schema(description = "When all of it will have left, as far as can be told; only while it is in progress")
        @Nullable
        Instant predictedFinish,

        @Schema(description = "Why that can't be told") @Nullable
        Reason predictedFinishReason,

        @Schema(description = "When the organization's quiet hours end, while they hold it back") @Nullable
        Instant waitsUntil) {

    /** How many messages are where. */
    @Schema(name = "MessageCounts")
    public record CountsJson(
            @Schema(description = "Made so far") long total,
            @Schema(description = "Waiting, or at a phone") long queued,

            @Schema(description = "Left a phone, whatever came after")
            long sent,

            long delivered,

            @Schema(description = "Failed, undelivered or expired")
            long failed,

            @Schema(description = "Nobody can tell whether they left")
            long unknown,

            long skipped,
            long canceled) {
        static CountsJson of(MessageCounts counts) {
            return new CountsJson(
                    counts.total(),
                    counts.queued(),
                    counts.sent(),
                    counts.delivered(),
                    counts.failed(),
                    counts.unknown(),
                    counts.of(MessageStatus.SKIPPED),
                    counts.of(MessageStatus.CANCELED));
        }
    }

    static CampaignJson of(Campaigns.Progress progress, Map<CampaignId, Prediction> predictions) {
        var prediction = Optional.ofNullable(predictions.get(progress.campaign().id()));
        var campaign = progress.campaign();
        return new CampaignJson(
                campaign.id().value(),
                campaign.name(),
                campaign.template().source(),
                campaign.lists().stream().map(ContactListId::value).toList(),
                campaign.route().device().map(DeviceId::value).orElse(null),
                campaign.route().sim().orElse(null),
                campaign.deadline().orElse(null),
                campaign.status(),
                ScheduleJson.of(campaign.plan()),
                CountsJson.of(progress.counts()),
                campaign.createdAt(),
                campaign.startedAt().orElse(null),
                campaign.completedAt().orElse(null),
                prediction.flatMap(Prediction::finish).orElse(null),
                prediction.flatMap(Prediction::reason).orElse(null),
                prediction.flatMap(Prediction::waitsUntil).orElse(null));
    }
}
