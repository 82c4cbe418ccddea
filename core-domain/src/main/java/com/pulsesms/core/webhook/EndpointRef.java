package com.pulsesms.core.webhook;

import com.pulsesms.core.kernel.EndpointId;
import com.pulsesms.core.kernel.OrganizationId;

/** Names an endpoint for work that goes over organizations, such as a sweep. */
public record EndpointRef(OrganizationId organization, EndpointId endpoint) {}
