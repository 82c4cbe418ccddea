package com.pulsesms.core.apikey;

import com.pulsesms.core.kernel.ApiKeyId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Permission;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.kernel.UserId;
import java.util.Optional;
import java.util.Set;

/** API keys for tests. */
public final class AnApiKey {
    private AnApiKey() {}

    public static ApiKey of(OrganizationId organization, UserId maker) {
        return new ApiKey(
                new ApiKeyId(Sample.id()),
                organization,
                "Shop",
                "pk_12345678",
                Sample.hash(),
                Set.of(Permission.MESSAGES_SEND, Permission.MESSAGES_READ),
                maker,
                Sample.NOW,
                Optional.of(Sample.NOW.plusSeconds(3600)),
                Optional.empty(),
                Optional.empty(),
                0);
    }
}
