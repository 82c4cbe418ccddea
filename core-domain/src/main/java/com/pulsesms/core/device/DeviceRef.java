package com.pulsesms.core.device;

import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.OrganizationId;

/** Names a device for work that goes over organizations, such as a sweep. */
public record DeviceRef(OrganizationId organization, DeviceId device) {}
