package com.pulsesms.core.webhook;

import com.pulsesms.core.kernel.EventType;
import java.util.Optional;

/** Which deliveries of a log are looked for. */
public record DeliveryFilter(Optional<DeliveryState> state, Optional<EventType> event) {
    public static final DeliveryFilter ALL = new DeliveryFilter(Optional.empty(), Optional.empty());

    public boolean accepts(Delivery delivery) {
        return state.filter(wanted -> wanted != delivery.state()).isEmpty()
                && event.filter(wanted -> wanted != delivery.event().type()).isEmpty();
    }
}
