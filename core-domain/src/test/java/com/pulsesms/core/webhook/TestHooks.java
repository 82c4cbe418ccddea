package com.pulsesms.core.webhook;

import com.pulsesms.core.kernel.Vault;
import java.util.ArrayList;
import java.util.List;

/** The ports of webhooks for tests: nudges reach nobody, and bodies say only what they are of. */
public final class TestHooks {
    private final TestReceivers receivers = new TestReceivers();
    private final List<EndpointRef> nudges = new ArrayList<>();

    private static final class Reversing implements Vault {
        @Override
        public String encrypt(String plain) {
            return new StringBuilder(plain).reverse().toString();
        }

        @Override
        public String decrypt(String encrypted) {
            return encrypt(encrypted);
        }
    }

    public WebhookPorts ports() {
        return new WebhookPorts(new Reversing(), TestHooks::body, receivers, nudges::add);
    }

    private static String body(EventBodies.Telling telling) {
        return telling.type().text() + " " + about(telling.about());
    }

    private static String about(About about) {
        if (about instanceof About.OfMessage message) {
            return message.message().id() + " " + message.status();
        }
        if (about instanceof About.OfCampaign campaign) {
            return campaign.campaign().id() + " " + campaign.campaign().status();
        }
        return about instanceof About.OfDevice device ? device.device().id().toString() : "";
    }

    public TestReceivers receivers() {
        return receivers;
    }

    /** The endpoints to which something was said to be due, since the last look. */
    public List<EndpointRef> nudges() {
        var since = List.copyOf(nudges);
        nudges.clear();
        return since;
    }
}
