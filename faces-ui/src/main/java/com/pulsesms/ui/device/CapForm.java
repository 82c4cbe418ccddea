package com.pulsesms.ui.device;

import com.pulsesms.core.device.PartCap;
import com.pulsesms.core.device.Span;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The caps of a phone, or of one SIM of it, as a person types them; an empty field is no cap. */
public class CapForm implements Serializable {
    private static final long serialVersionUID = 1;

    private final int slot;
    private final EnumMap<Span, Integer> caps = new EnumMap<>(Span.class);

    CapForm(int slot, PartCap cap) {
        this.slot = slot;
        for (var span : Span.values()) {
            set(span, cap.of(span).isPresent() ? cap.of(span).getAsInt() : null);
        }
    }

    private void set(Span span, @Nullable Integer parts) {
        if (parts == null) {
            caps.remove(span);
        } else {
            caps.put(span, parts);
        }
    }

    boolean isEmpty() {
        return caps.isEmpty();
    }

    Map<Span, OptionalInt> changes() {
        var changes = new EnumMap<>(PartCap.NONE.all());
        caps.forEach((span, parts) -> changes.put(span, OptionalInt.of(parts)));
        return changes;
    }

    public int getSlot() {
        return slot;
    }

    public int getLeast() {
        return PartCap.LEAST;
    }

    public @Nullable Integer getMinute() {
        return caps.get(Span.MINUTE);
    }

    public void setMinute(@Nullable Integer parts) {
        set(Span.MINUTE, parts);
    }

    public @Nullable Integer getHour() {
        return caps.get(Span.HOUR);
    }

    public void setHour(@Nullable Integer parts) {
        set(Span.HOUR, parts);
    }

    public @Nullable Integer getDay() {
        return caps.get(Span.DAY);
    }

    public void setDay(@Nullable Integer parts) {
        set(Span.DAY, parts);
    }
}
