package com.pulsesms.webhook.http;

import com.pulsesms.core.device.Device;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.message.FailureReason;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageCounts;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.core.webhook.About;
import com.pulsesms.core.webhook.EventBodies;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Optional;

/** Events in JSON; the manual for receivers describes it, and what is there stays. */
public final class JsonBodies implements EventBodies {
    private static final JsonProvider JSON = JsonProvider.provider();

    @Override
    public String write(Telling telling) {
        return JSON.createObjectBuilder()
                .add("id", telling.id().toString())
                .add("type", telling.type().text())
                .add("timestamp", telling.at().toString())
                .add("organizationId", telling.organization().toString())
                .add("data", data(telling.about()))
                .build()
                .toString();
    }

    private static JsonObjectBuilder data(About about) {
        if (about instanceof About.OfMessage message) {
            return message(message);
        }
        if (about instanceof About.OfCampaign campaign) {
            return campaign(campaign);
        }
        return about instanceof About.OfDevice device
                ? device(device.device())
                : JSON.createObjectBuilder().add("message", "Events arrive here");
    }

    /** Without the text, which a receiver that may know it can look up. */
    private static JsonObjectBuilder message(About.OfMessage about) {
        Message message = about.message();
        var json = JSON.createObjectBuilder();
        json.add("messageId", message.id().toString());
        add(json, "campaignId", message.origin().campaign().map(CampaignId::toString));
        add(json, "resendOf", message.origin().resendOf().map(MessageId::toString));
        json.add("to", message.to().e164()).add("status", about.status().name());
        json.add("failure", about.status().bad() ? failure(message) : JsonValue.NULL);
        add(json, "deviceId", message.device().map(DeviceId::toString));
        json.add("parts", message.parts());
        json.add("createdAt", message.times().createdAt().toString());
        add(json, "sentAt", message.times().sentAt());
        var delivered = about.status() == MessageStatus.DELIVERED;
        add(json, "deliveredAt", delivered ? message.times().deliveredAt() : Optional.empty());
        return json;
    }

    private static JsonValue failure(Message message) {
        return message.failure()
                .<JsonValue>map(code -> JSON.createObjectBuilder()
                        .add("code", code)
                        .add("reason", FailureReason.of(code))
                        .build())
                .orElse(JsonValue.NULL);
    }

    private static JsonObjectBuilder campaign(About.OfCampaign about) {
        var campaign = about.campaign();
        var json = JSON.createObjectBuilder();
        json.add("campaignId", campaign.id().toString()).add("name", campaign.name());
        json.add("status", campaign.status().name());
        add(json, "startedAt", campaign.startedAt());
        add(json, "completedAt", campaign.completedAt());
        about.counts().ifPresent(counts -> json.add("counts", counts(counts)));
        return json;
    }

    private static JsonObjectBuilder counts(MessageCounts counts) {
        return JSON.createObjectBuilder()
                .add("total", counts.total())
                .add("sent", counts.sent())
                .add("delivered", counts.delivered())
                .add("failed", counts.failed())
                .add("unknown", counts.unknown())
                .add("skipped", counts.of(MessageStatus.SKIPPED))
                .add("canceled", counts.of(MessageStatus.CANCELED));
    }

    private static JsonObjectBuilder device(Device device) {
        var json = JSON.createObjectBuilder();
        json.add("deviceId", device.id().toString()).add("name", device.name());
        add(json, "lastSeenAt", device.lastSeenAt());
        return json.add("removed", device.removed());
    }

    private static void add(JsonObjectBuilder json, String name, Optional<?> value) {
        value.ifPresentOrElse(some -> json.add(name, some.toString()), () -> json.addNull(name));
    }
}
