package com.pulsesms.core.apikey;

import com.pulsesms.core.kernel.ApiKeyId;
import com.pulsesms.core.kernel.DrivenPort;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.PageRequest;
import java.time.Instant;
import java.util.Optional;

/** Keeps API keys, never their secrets. */
@DrivenPort
public interface ApiKeyStore {
    void insert(ApiKey key);

    /**
     * Saves over the revision that {@code key} was read at, and raises it by one; {@link ApiKey#lastUsedAt()} is left to
     * {@link #used}.
     *
     * @throws com.pulsesms.core.kernel.Refusal.Conflict {@code stale} if another revision is stored
     */
    void update(ApiKey key);

    Optional<ApiKey> find(OrganizationId organization, ApiKeyId id);

    /** The key whose secret has this hash, in whichever organization: the secret itself is the proof. */
    Optional<ApiKey> findByHash(String hash);

    /** Newest first. */
    Page<ApiKey> page(OrganizationId organization, PageRequest request);

    /** How many are {@linkplain ApiKey#live live}. */
    long live(OrganizationId organization, Instant now);

    /** Remembers a use; the revision stays. */
    void used(OrganizationId organization, ApiKeyId id, Instant at);
}
