package com.pulsesms.core.message;

import com.pulsesms.core.Storage;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.PhoneNumber;
import com.pulsesms.core.kernel.Sample;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Single messages for tests: a text that any device may send, unless said otherwise. */
public final class AMessage {
    private final OrganizationId organization;
    private PhoneNumber to = Sample.number(1);
    private Lane lane = Lane.NORMAL;
    private Route route = Route.ANY;
    private Optional<Instant> deadline = Optional.empty();
    private Instant createdAt = Sample.NOW;

    private AMessage(OrganizationId organization) {
        this.organization = organization;
    }

    public static AMessage of(OrganizationId organization) {
        return new AMessage(organization);
    }

    public AMessage to(PhoneNumber number) {
        to = number;
        return this;
    }

    public AMessage urgent() {
        lane = Lane.URGENT;
        return this;
    }

    public AMessage through(DeviceId device) {
        route = new Route(Optional.of(device), Optional.empty());
        return this;
    }

    public AMessage through(DeviceId device, int sim) {
        route = new Route(Optional.of(device), Optional.of(sim));
        return this;
    }

    /** Whichever device has it. */
    public AMessage throughSim(int sim) {
        route = new Route(Optional.empty(), Optional.of(sim));
        return this;
    }

    public AMessage until(Instant time) {
        deadline = Optional.of(time);
        return this;
    }

    public AMessage madeAt(Instant time) {
        createdAt = time;
        return this;
    }

    public Message queued() {
        return new Message(
                new MessageId(Sample.id()),
                organization,
                Message.Origin.SINGLE,
                to,
                Optional.of("Hello"),
                lane,
                route,
                deadline,
                MessageStatus.QUEUED,
                Optional.empty(),
                Optional.empty(),
                1,
                new Message.Times(createdAt, Optional.empty(), Optional.empty(), createdAt),
                false);
    }

    public Message in(Storage storage) {
        var made = queued();
        storage.transactions().run(() -> storage.messages().insert(List.of(made)));
        return made;
    }

    /** As many as asked for, each to another number. */
    public static List<Message> many(Storage storage, OrganizationId organization, int count) {
        var made = IntStream.range(0, count)
                .mapToObj(n -> of(organization).to(Sample.number(n)).queued())
                .toList();
        storage.transactions().run(() -> storage.messages().insert(made));
        return made;
    }
}
