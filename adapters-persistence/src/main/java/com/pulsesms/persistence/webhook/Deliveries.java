package com.pulsesms.persistence.webhook;

import com.pulsesms.core.kernel.DeliveryId;
import com.pulsesms.core.kernel.EndpointId;
import com.pulsesms.core.kernel.EventId;
import com.pulsesms.core.kernel.EventType;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.webhook.Answer;
import com.pulsesms.core.webhook.Attempt;
import com.pulsesms.core.webhook.Delivery;
import com.pulsesms.core.webhook.DeliveryState;
import com.pulsesms.core.webhook.DeliveryStore.Claimed;
import com.pulsesms.core.webhook.Event;
import com.pulsesms.persistence.Columns;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalInt;

/** Reading deliveries with their events. */
final class Deliveries {
    /** A query up to its conditions. */
    static final String SELECT = "select d.*, e.type, e.happened_at, e.body from webhook_delivery d"
            + " join webhook_event e on e.id = d.event_id where ";

    private Deliveries() {}

    static Delivery delivery(Columns row) throws SQLException {
        var event = new Event(
                new EventId(row.id("event_id")),
                new OrganizationId(row.id("organization_id")),
                row.constant("type", EventType.class),
                row.optionalInstant("happened_at").orElseThrow(),
                row.text("body"));
        return new Delivery(
                new DeliveryId(row.id("id")),
                new EndpointId(row.id("endpoint_id")),
                event,
                row.constant("state", DeliveryState.class),
                row.number("attempts"),
                row.optionalInstant("due_at"));
    }

    static Claimed claimed(Columns row) throws SQLException {
        return new Claimed(delivery(row), row.number("claims"));
    }

    static Attempt attempt(Columns row) throws SQLException {
        var status = row.optionalNumber("status").map(OptionalInt::of).orElseGet(OptionalInt::empty);
        var answer = new Answer(
                status, row.text("head"), row.optionalText("problem"), Duration.ofMillis(row.count("took_millis")));
        return new Attempt(
                row.number("number"), row.optionalInstant("attempted_at").orElseThrow(), row.text("url"), answer);
    }
}
