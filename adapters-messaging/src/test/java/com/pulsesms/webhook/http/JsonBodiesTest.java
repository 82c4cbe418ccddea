package com.pulsesms.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.campaign.ACampaign;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.EventId;
import com.pulsesms.core.kernel.EventType;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.message.AMessage;
import com.pulsesms.core.message.MessageCounts;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.core.webhook.About;
import com.pulsesms.core.webhook.EventBodies;
import com.pulsesms.core.webhook.EventBodiesContract;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonBodiesTest implements EventBodiesContract {
    @Override
    public EventBodies bodies() {
        return new JsonBodies();
    }

    private JsonObject data(EventType type, About about) {
        var telling = new EventBodies.Telling(
                new EventId(Sample.id()), new OrganizationId(Sample.id()), type, Sample.NOW, about);
        try (var reader = Json.createReader(new StringReader(bodies().write(telling)))) {
            return reader.readObject().getJsonObject("data");
        }
    }

    @Test
    void tellsHowTheMessagesOfACampaignEnded() {
        var campaign = ACampaign.draft(new OrganizationId(Sample.id()), new ContactListId(Sample.id()));
        var counts = new MessageCounts(Map.of(MessageStatus.DELIVERED, 5L, MessageStatus.SKIPPED, 2L));

        var data = data(EventType.CAMPAIGN_COMPLETED, new About.OfCampaign(campaign, Optional.of(counts)));

        assertThat(data.getJsonObject("counts").getInt("delivered")).isEqualTo(5);
        assertThat(data.getJsonObject("counts").getInt("sent")).isEqualTo(5);
        assertThat(data.getJsonObject("counts").getInt("skipped")).isEqualTo(2);
    }

    @Test
    void tellsWhatIsNotKnownAsNull() {
        var message = AMessage.of(new OrganizationId(Sample.id())).queued();

        var data = data(EventType.MESSAGE_FAILED, new About.OfMessage(message, MessageStatus.FAILED));

        assertThat(data.isNull("campaignId")).isTrue();
        assertThat(data.isNull("sentAt")).isTrue();
        assertThat(data.isNull("failure")).isTrue();
    }
}
