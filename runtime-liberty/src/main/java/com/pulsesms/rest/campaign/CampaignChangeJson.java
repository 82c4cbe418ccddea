package com.pulsesms.rest.campaign;

import com.pulsesms.core.campaign.Campaigns;
import com.pulsesms.rest.Input;
import com.pulsesms.rest.message.RouteInput;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to change of a draft. */
@Schema(name = "CampaignChange")
public record CampaignChangeJson(
        @Schema(maxLength = 100) @Nullable String name,
        @Nullable String text,
        @Nullable List<UUID> lists,
        @Nullable UUID deviceId,
        @Nullable Integer sim,
        @Nullable Instant deadline) {
    static UnaryOperator<Campaigns.Draft> read(Input input) {
        var name = input.changedText("name");
        var text = input.changedText("text");
        var lists = input.optionalTexts("lists").map(CampaignResource::lists);
        var route = RouteInput.change(input);
        var clearsDeadline = input.cleared("deadline");
        var deadline = input.optionalInstant("deadline");
        return draft -> new Campaigns.Draft(
                name.orElse(draft.name()),
                text.orElse(draft.text()),
                lists.orElse(draft.lists()),
                route.apply(draft.route()),
                clearsDeadline ? deadline : deadline.or(draft::deadline));
    }
}
