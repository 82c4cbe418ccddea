package com.pulsesms.rest.gateway;

import com.pulsesms.core.device.Device;
import com.pulsesms.core.kernel.Secret;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The phone that makes the request; {@link DeviceFilter} finds out. */
@RequestScoped
class Caller {
    private @Nullable Device device;
    private @Nullable Secret token;

    void is(Device known, Secret by) {
        device = known;
        token = by;
    }

    Device device() {
        if (device == null) {
            throw new IllegalStateException("This call is not marked as made by a device");
        }
        return device;
    }

    Secret token() {
        if (token == null) {
            throw new IllegalStateException("This call is not marked as made by a device");
        }
        return token;
    }
}
