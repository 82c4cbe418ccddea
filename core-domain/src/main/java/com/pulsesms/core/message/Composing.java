package com.pulsesms.core.message;

import com.pulsesms.core.contact.OptOutStore;
import com.pulsesms.core.device.Device;
import com.pulsesms.core.device.DeviceStore;
import com.pulsesms.core.kernel.FieldError;
import com.pulsesms.core.kernel.IdGenerator;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.PhoneNumber;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Region;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Makes messages of wishes, and remembers what is wrong with which. */
final class Composing {
    private final OrganizationId organization;
    private final Region region;
    private final Instant now;
    private final IdGenerator ids;
    private final Set<FieldError> errors = new LinkedHashSet<>();
    private final Map<Route, Boolean> usable = new HashMap<>();
    private final List<Message> messages = new ArrayList<>();
    private final Map<MessageId, String> places = new HashMap<>();

    Composing(OrganizationId organization, Region region, Instant now, IdGenerator ids) {
        this.organization = organization;
        this.region = region;
        this.now = now;
        this.ids = ids;
    }

    /** @param place what stands before the names of the fields that only this wish has */
    void add(Messages.NewMessage wish, String place, DeviceStore devices) {
        var to = number(wish.to(), place);
        var parts = parts(wish.text(), place);
        check(wish, devices);
        to.ifPresent(number -> {
            var message = queued(wish, number, parts);
            messages.add(message);
            places.put(message.id(), place);
        });
    }

    private void check(Messages.NewMessage wish, DeviceStore devices) {
        if (wish.deadline().filter(d -> !d.isAfter(now)).isPresent()) {
            errors.add(new FieldError("deadline", "The deadline has passed already"));
        }
        if (wish.deadline()
                .filter(d -> d.isAfter(now.plus(Messages.FARTHEST_DEADLINE)))
                .isPresent()) {
            errors.add(new FieldError("deadline", "A deadline can be at most two years ahead"));
        }
        if (!usable.computeIfAbsent(wish.route(), route -> usable(route, devices))) {
            errors.add(new FieldError("deviceId", "No such device"));
        }
    }

    private boolean usable(Route route, DeviceStore devices) {
        return route.device().isEmpty()
                || route.device()
                        .flatMap(id -> devices.find(organization, id))
                        .filter(Predicate.not(Device::removed))
                        .isPresent();
    }

    private Optional<PhoneNumber> number(String typed, String place) {
        try {
            return Optional.of(PhoneNumber.parse(typed, region));
        } catch (Refusal.Invalid e) {
            e.errors().forEach(error -> errors.add(new FieldError(place + "to", error.message())));
            return Optional.empty();
        }
    }

    private int parts(String text, String place) {
        if (text.isBlank()) {
            errors.add(new FieldError(place + "text", "A text is needed"));
            return 0;
        }
        var parts = Segments.of(text).parts();
        if (parts > Segments.MAX_PARTS) {
            errors.add(new FieldError(
                    place + "text",
                    "The text takes " + parts + " SMS; at most " + Segments.MAX_PARTS + " are possible"));
        }
        return parts;
    }

    private Message queued(Messages.NewMessage wish, PhoneNumber to, int parts) {
        return new Message(
                new MessageId(ids.next()),
                organization,
                Message.Origin.SINGLE,
                to,
                Optional.of(wish.text()),
                wish.lane(),
                wish.route(),
                wish.deadline(),
                MessageStatus.QUEUED,
                Optional.empty(),
                Optional.empty(),
                parts,
                new Message.Times(now, Optional.empty(), Optional.empty(), now),
                false);
    }

    /** @throws Refusal.Invalid naming each field that is not valid */
    List<Message> messages() {
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid(List.copyOf(errors));
        }
        return messages;
    }

    /** @throws Refusal.Invalid naming each recipient who does not want to be written to */
    void refuseOptedOut(OptOutStore optOuts) {
        var numbers = new HashSet<PhoneNumber>();
        messages.forEach(message -> numbers.add(message.to()));
        var gone = optOuts.of(organization, numbers);
        messages.stream()
                .filter(message -> gone.containsKey(message.to()))
                .forEach(message -> errors.add(new FieldError(places.get(message.id()) + "to", Messages.OPTED_OUT)));
        messages();
    }
}
