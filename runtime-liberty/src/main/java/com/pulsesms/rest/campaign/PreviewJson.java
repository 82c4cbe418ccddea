package com.pulsesms.rest.campaign;

import com.pulsesms.core.campaign.Campaigns;
import com.pulsesms.core.campaign.Prediction;
import com.pulsesms.core.campaign.Prediction.Reason;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a campaign would send. */
@Schema(name = "Preview")
public record PreviewJson(
        @Schema(description = "How many different numbers would get it")
        long recipients,

        @Schema(description = "The text for the first contacts")
        List<SampleJson> samples,

        @Schema(description = "When all of it would have left if it were started now, as far as can be told") @Nullable
        Instant predictedFinish,

        @Schema(description = "Why that can't be told") @Nullable
        Reason predictedFinishReason) {

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
                preview.samples().stream().map(SampleJson::of).toList(),
                prediction.finish().orElse(null),
                prediction.reason().orElse(null));
    }
}
