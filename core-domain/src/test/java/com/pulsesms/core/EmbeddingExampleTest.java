package com.pulsesms.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.campaign.CampaignStatus;
import com.pulsesms.core.campaign.Campaigns;
import com.pulsesms.core.contact.Contacts;
import com.pulsesms.core.gateway.SmsRadio;
import com.pulsesms.core.kernel.Region;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** The README's example: a campaign through a program's own radio. */
class EmbeddingExampleTest {
    @Test
    void sendsACampaignThroughTheProgramsOwnRadio() {
        var modem = new ArrayList<String>();

        SmsRadio radio = (to, text) -> {
            modem.add(to.e164() + ": " + text);
            return SmsRadio.sent();
        };
        try (var pulse = PulseSms.inMemory(radio)) {
            var shop = pulse.owner("Corner shop", new Region("RS"));
            var list = pulse.contacts().createList(shop, "Customers");
            pulse.contacts().add(shop, list.id(), Contacts.Draft.of("064 123 4567", "Ana"));
            var sale = Campaigns.Draft.of("Sale", "Hi {{name|there}}, all apples half price today!", list.id());
            var campaign = pulse.campaigns().create(shop, sale);
            pulse.campaigns().start(shop, campaign.id());
            pulse.awaitIdle();

            var done = pulse.campaigns().find(shop, campaign.id());
            assertThat(done.campaign().status()).isEqualTo(CampaignStatus.COMPLETED);
            assertThat(done.counts().sent()).isEqualTo(1);
        }
        assertThat(modem).containsExactly("+381641234567: Hi Ana, all apples half price today!");
    }
}
