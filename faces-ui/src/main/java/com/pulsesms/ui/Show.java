package com.pulsesms.ui;

import com.pulsesms.core.message.FailureReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the expressions of pages can't say by themselves. */
@Named
@ApplicationScoped
public class Show {
    /** Whether there is a value; expressions take what is in an {@link Optional} for the Optional itself. */
    public boolean there(@Nullable Object value) {
        return value != null && !(value instanceof Optional<?> optional && optional.isEmpty());
    }

    /** Why a message ended badly, in plain words. */
    public String failure(String code) {
        return FailureReason.of(code);
    }

    /** In the order given. */
    public String listed(Collection<String> values) {
        return String.join(" ", values);
    }

    public String joined(Collection<?> values) {
        return values.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }
}
