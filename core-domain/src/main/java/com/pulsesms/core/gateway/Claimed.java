package com.pulsesms.core.gateway;

import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.PhoneNumber;
import com.pulsesms.core.message.Lane;
import java.time.Instant;
import java.util.Optional;

/** A message just claimed for a device, with all that is needed to hand it over. */
public record Claimed(
        Claim claim,
        Optional<CampaignId> campaign,
        PhoneNumber to,
        Wording wording,
        Lane lane,
        Optional<Integer> sim,
        Optional<Instant> deadline) {}
