package com.pulsesms.core.webhook;

import com.pulsesms.core.Storage;
import com.pulsesms.core.kernel.DeliveryId;
import com.pulsesms.core.kernel.EventId;
import com.pulsesms.core.kernel.EventType;
import com.pulsesms.core.kernel.Sample;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Deliveries for tests. */
public final class ADelivery {
    private ADelivery() {}

    public static Delivery to(Endpoint endpoint, EventType type, Instant at) {
        var body = "{\"name\":\"Živa \uD83D\uDE00\"}";
        var event = new Event(new EventId(Sample.id()), endpoint.organization(), type, at, body);
        return Delivery.of(new DeliveryId(Sample.id()), endpoint.id(), event, at);
    }

    public static Delivery in(Storage storage, Endpoint endpoint, EventType type, Instant at) {
        var made = to(endpoint, type, at);
        storage.transactions().run(() -> storage.deliveries().insert(List.of(made.event()), List.of(made)));
        return made;
    }

    public static Delivery in(Storage storage, Endpoint endpoint) {
        return in(storage, endpoint, EventType.MESSAGE_SENT, Sample.NOW);
    }

    /** As many as asked for, each due a second after the one before. */
    public static List<Delivery> many(Storage storage, Endpoint endpoint, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> in(storage, endpoint, EventType.MESSAGE_SENT, Sample.NOW.plusSeconds(n)))
                .toList();
    }
}
