package com.pulsesms.rest.gateway;

import com.pulsesms.core.kernel.DeviceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Where this node is told that a device was changed or removed, which it would otherwise learn some seconds later. */
@ApplicationScoped
public class PhoneChanges {
    @Inject
    private DeviceTokens tokens;

    @Inject
    private ParkedPolls polls;

    public void changed(DeviceId device) {
        tokens.forget(device);
        polls.lookAgain(device);
    }
}
