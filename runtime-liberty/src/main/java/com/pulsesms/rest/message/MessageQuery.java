package com.pulsesms.rest.message;

import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.PhoneNumber;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.message.MessageFilter;
import com.pulsesms.core.message.MessageStatus;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which messages a caller asks for. */
public class MessageQuery {
    @QueryParam("status")
    @Parameter(description = "Only those in this status", schema = @Schema(implementation = MessageStatus.class))
    private @Nullable String status;

    @QueryParam("deviceId")
    @Parameter(description = "Only those that this phone holds or held")
    private @Nullable String device;

    @QueryParam("to")
    @Parameter(description = "Only those to this number, in E.164 form")
    private @Nullable String to;

    /**
     * @param campaign only those of this campaign
     * @throws Refusal.Invalid if a parameter makes no sense
     */
    public MessageFilter filter(Optional<CampaignId> campaign) {
        return new MessageFilter(
                campaign,
                Optional.ofNullable(status).map(MessageQuery::status),
                Optional.ofNullable(device).map(MessageQuery::device),
                Optional.ofNullable(to).map(MessageQuery::number));
    }

    /** @throws Refusal.Invalid with field {@code status} */
    public static MessageStatus status(String text) {
        return Arrays.stream(MessageStatus.values())
                .filter(status -> status.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Refusal.Invalid("status", "There is no such status"));
    }

    private static DeviceId device(String text) {
        try {
            return DeviceId.parse(text);
        } catch (Refusal.NotFound e) {
            throw new Refusal.Invalid("deviceId", "Must be the id of a device");
        }
    }

    private static PhoneNumber number(String text) {
        try {
            // A plus sign that wasn't encoded arrives as a blank.
            return new PhoneNumber(text.replace(' ', '+'));
        } catch (IllegalArgumentException e) {
            throw new Refusal.Invalid("to", "Must be a number in E.164 form, such as +381641234567");
        }
    }
}
