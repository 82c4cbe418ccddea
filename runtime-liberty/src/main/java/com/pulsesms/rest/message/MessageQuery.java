package com.pulsesms.rest.message;

import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.PhoneNumber;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.message.MessageFilter;
import com.pulsesms.core.message.MessageStatus;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which messages a caller asks for. */
public class MessageQuery {
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    @QueryParam("status")
    @Parameter(description = "Only those in this status", schema = @Schema(implementation = MessageStatus.class))
    private @Nullable String status;

    @QueryParam("deviceId")
    @Parameter(description = "Only those that this phone holds or held")
    private @Nullable String device;

    @QueryParam("to")
    @Parameter(description = "Only those to this number, in E.164 form")
    private @Nullable String to;

    @QueryParam("campaignId")
    @Parameter(description = "Only those of this campaign")
    private @Nullable String campaign;

    @QueryParam("since")
    @Parameter(
            description = "Only those made at this time or later",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    private @Nullable String since;

    @QueryParam("before")
    @Parameter(
            description = "Only those made before this time",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    private @Nullable String before;

    /** @throws Refusal.Invalid if a parameter makes no sense */
    public MessageFilter filter() {
        return filter(Optional.ofNullable(campaign).map(MessageQuery::campaign));
    }

    /**
     * @param campaign only those of this campaign
     * @throws Refusal.Invalid if a parameter makes no sense
     */
    public MessageFilter filter(Optional<CampaignId> campaign) {
        return new MessageFilter(
                campaign,
                Optional.ofNullable(status).map(MessageQuery::status),
                Optional.ofNullable(device).map(MessageQuery::device),
                Optional.ofNullable(to).map(MessageQuery::number),
                Optional.ofNullable(since).map(text -> time("since", text)),
                Optional.ofNullable(before).map(text -> time("before", text)));
    }

    /** @throws Refusal.Invalid with field {@code status} */
    public static MessageStatus status(String text) {
        return Arrays.stream(MessageStatus.values())
                .filter(status -> status.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Refusal.Invalid("status", "There is no such status"));
    }

    private static CampaignId campaign(String text) {
        try {
            return CampaignId.parse(text);
        } catch (Refusal.NotFound e) {
            throw new Refusal.Invalid("campaignId", "Must be the id of a campaign");
        }
    }

    private static Instant time(String field, String text) {
        try {
            // A plus sign that wasn't encoded arrives as a blank.
            var time = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            if (time.isAfter(EARLIEST) && time.isBefore(LATEST)) {
                return time;
            }
        } catch (DateTimeException e) {
            throw new Refusal.Invalid(field, "Must be a time such as 2026-03-01T08:15:30Z");
        }
        throw new Refusal.Invalid(field, "Must be a time between the years 1970 and 9999");
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
