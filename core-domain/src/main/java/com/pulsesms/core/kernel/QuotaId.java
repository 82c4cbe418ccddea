package com.pulsesms.core.kernel;

import java.util.UUID;

public record QuotaId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
