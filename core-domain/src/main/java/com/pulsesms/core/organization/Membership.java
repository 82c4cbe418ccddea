package com.pulsesms.core.organization;

import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.UserId;
import java.time.Instant;

/** That a person belongs to an organization, and as what. */
public record Membership(OrganizationId organization, UserId user, Role role, Instant since) {}
