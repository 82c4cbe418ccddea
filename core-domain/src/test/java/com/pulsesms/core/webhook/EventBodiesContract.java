package com.pulsesms.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.campaign.ACampaign;
import com.pulsesms.core.device.ADevice;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.EventId;
import com.pulsesms.core.kernel.EventType;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.message.AMessage;
import com.pulsesms.core.message.MessageStatus;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link EventBodies} keeps. */
public interface EventBodiesContract {
    OrganizationId ORGANIZATION = new OrganizationId(Sample.id());

    EventBodies bodies();

    private String written(EventType type, About about) {
        return bodies().write(new EventBodies.Telling(new EventId(Sample.id()), ORGANIZATION, type, Sample.NOW, about));
    }

    @Test
    default void tellsWhatHappenedWhenAndWhere() {
        var id = new EventId(Sample.id());

        var body = bodies().write(
                        new EventBodies.Telling(id, ORGANIZATION, EventType.TEST, Sample.NOW, new About.Trial()));

        assertThat(body)
                .startsWith("{\"id\":\"" + id + "\",\"type\":\"webhook.test\",\"timestamp\":\"" + Sample.NOW
                        + "\",\"organizationId\":\"" + ORGANIZATION + "\",\"data\":{");
    }

    @Test
    default void tellsOfAMessageWithoutItsText() {
        var message = AMessage.of(ORGANIZATION).queued();

        var body = written(EventType.MESSAGE_SENT, new About.OfMessage(message, MessageStatus.SENT));

        assertThat(body)
                .contains(
                        "\"messageId\":\"" + message.id() + "\"",
                        "\"status\":\"SENT\"",
                        message.to().e164())
                .doesNotContain(message.text().orElseThrow());
    }

    @Test
    default void tellsOfACampaignAndOfADevice() {
        var campaign = ACampaign.draft(ORGANIZATION, new ContactListId(Sample.id()));
        var device = ADevice.paired(ORGANIZATION);

        assertThat(written(EventType.CAMPAIGN_STARTED, new About.OfCampaign(campaign, Optional.empty())))
                .contains("\"campaignId\":\"" + campaign.id() + "\"");
        assertThat(written(EventType.DEVICE_CONNECTED, new About.OfDevice(device)))
                .contains("\"deviceId\":\"" + device.id() + "\"");
    }
}
