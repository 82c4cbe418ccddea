package com.pulsesms.rest.campaign;

import com.pulsesms.core.campaign.Campaigns;
import com.pulsesms.core.campaign.Prediction;
import com.pulsesms.core.campaign.Prediction.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a campaign would send. */
@Schema(name = "Preview")
public record PreviewJson(
        @Schema(description = "How many different numbers would get it")
        long recipients,

        @Schema(description = "How many contacts are left out because their number is on an earlier list")
        long duplicates,

        @Schema(description = "How many numbers are left out because they are opted out")
        long optedOut,

        @Schema(description = "How many of the recipients have no value for a variable, by variable")
        Map<String, Long> missing,

        PartsJson parts,

        @Schema(
                description = "The characters of the texts looked at that are in no GSM 7-bit table: because of them an"
                        + " SMS holds 70 characters and not 160",
                examples = "[\"č\", \"ž\"]")
        List<String> beyondGsm,

        @Schema(description = "The text for the first contacts")
        List<SampleJson> samples,

        @Schema(
                description =
                        "How many messages the plan has left this month; null if without limit. A start that needs"
                                + " more is refused")
        @Nullable
        Long quotaRemaining,

        @Schema(description = "When all of it would have left if it were started now, as far as can be told") @Nullable
        Instant predictedFinish,

        @Schema(description = "Why that can't be told") @Nullable
        Reason predictedFinishReason) {

    /** How many SMS a message takes. */
    @Schema(name = "PreviewParts")
    public record PartsJson(
            @Schema(description = "To how many of the first recipients the text was written to find out")
            int lookedAt,

            int least,
            int most) {
        static PartsJson of(Campaigns.Parts parts) {
            return new PartsJson(parts.lookedAt(), parts.least(), parts.most());
        }
    }

    /** The text for one contact. */
    @Schema(name = "PreviewSample")
    public record SampleJson(
            String phone,
            String text,
            @Schema(description = "How many SMS it takes") int parts,

            @Schema(description = "Variables that the contact has no value for")
            List<String> missing) {
        static SampleJson of(Campaigns.Sample sample) {
            return new SampleJson(
                    sample.contact().phone().e164(),
                    sample.text(),
                    sample.segments().parts(),
                    sample.missing().stream().sorted().toList());
        }
    }

    static PreviewJson of(Campaigns.Preview preview, Prediction prediction) {
        return new PreviewJson(
                preview.recipients(),
                preview.duplicates(),
                preview.optedOut(),
                preview.missing(),
                PartsJson.of(preview.parts()),
                preview.beyondGsm(),
                preview.samples().stream().map(SampleJson::of).toList(),
                preview.quotaLeft().isPresent() ? preview.quotaLeft().getAsLong() : null,
                prediction.finish().orElse(null),
                prediction.reason().orElse(null));
    }
}
