package com.pulsesms.rest.campaign;

import com.pulsesms.core.campaign.Campaigns;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a campaign would send. */
@Schema(name = "Preview")
public record PreviewJson(
        @Schema(description = "How many different numbers would get it")
        long recipients,

        @Schema(description = "The text for the first contacts")
        List<SampleJson> samples) {

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

    static PreviewJson of(Campaigns.Preview preview) {
        return new PreviewJson(
                preview.recipients(),
                preview.samples().stream().map(SampleJson::of).toList());
    }
}
