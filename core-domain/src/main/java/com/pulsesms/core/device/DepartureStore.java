package com.pulsesms.core.device;

import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.DrivenPort;
import com.pulsesms.core.kernel.OrganizationId;
import java.time.Instant;
import java.util.List;

/** Keeps how many parts left each device of late: by the second for minutes, by the minute for hours and days. */
@DrivenPort
public interface DepartureStore {
    /** Adds parts to the second and to the minute that {@code at} lies in; two at once lose nothing. */
    void add(OrganizationId organization, DeviceId device, Instant at, List<SimParts> parts);

    /** What left the device in the stretches of this grain that end after {@code time}, the oldest first. */
    List<Departed> after(OrganizationId organization, DeviceId device, Grain grain, Instant time);

    /** Forgets, in all organizations, what {@link Grain#forgotten counts} for nothing any more. */
    void forget(Instant now);
}
