package com.pulsesms.rest.gateway;

import com.pulsesms.core.device.Device;
import com.pulsesms.core.device.Sim;
import com.pulsesms.core.gateway.HandOver;
import com.pulsesms.core.gateway.Handed;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/**
 * Reads and answers {@code POST /messages/claim}.
 *
 * @param waitSeconds how long the phone waits for messages
 * @param max how many it takes
 */
record ClaimCall(int waitSeconds, int max) {
    private static final int LONGEST_WAIT = 55;

    /** No phone has a SIM of this subscription: it gives the message back. */
    private static final int NO_SUCH_SIM = -1;

    static ClaimCall read(Fields fields) {
        var call =
                new ClaimCall(fields.integer("wait", 0, LONGEST_WAIT), fields.integer("max", 1, HandOver.CLAIM_LIMIT));
        fields.check();
        return call;
    }

    static JsonObject answer(Device device, List<Handed> messages) {
        var array = Json.createArrayBuilder();
        messages.forEach(handed -> array.add(message(device, handed)));
        return Json.createObjectBuilder().add("messages", array).build();
    }

    private static JsonObjectBuilder message(Device device, Handed handed) {
        var json = Json.createObjectBuilder()
                .add("id", handed.claim().message().toString())
                .add("claim", handed.claim().number())
                .add("to", handed.to().e164())
                .add("text", handed.text())
                .addNull("sim")
                .addNull("sendWithinSeconds")
                .add("laterAgain", handed.laterAgain())
                .add("leaseSeconds", HandOver.LEASE.toSeconds())
                .add("deliveryReport", true);
        handed.sim().ifPresent(slot -> json.add("sim", subscription(device, slot)));
        handed.sendWithin().ifPresent(left -> json.add("sendWithinSeconds", left.toSeconds()));
        return json;
    }

    /** We speak of slots, which stay when a card is changed; the phone's radio speaks of subscriptions. */
    private static int subscription(Device device, int slot) {
        return device.sims().stream()
                .filter(sim -> sim.slot() == slot)
                .map(Sim::subscriptionId)
                .findFirst()
                .orElse(NO_SUCH_SIM);
    }
}
