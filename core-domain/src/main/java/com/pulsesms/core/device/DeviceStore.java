package com.pulsesms.core.device;

import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.DrivenPort;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps devices. An installation is at most one device in an organization. */
@DrivenPort
public interface DeviceStore {
    void insert(Device device);

    /**
     * Saves over the revision that {@code device} was read at, and raises it by one; last seen, SIMs and vital signs of a
     * device that was not paired anew are left to {@link #heard}.
     *
     * @throws com.pulsesms.core.kernel.Refusal.Conflict {@code stale} if another revision is stored
     */
    void update(Device device);

    /** Removed ones too. */
    Optional<Device> find(OrganizationId organization, DeviceId id);

    /** As {@link #find}, and makes others that lock it wait until the transaction ends. */
    Optional<Device> lock(OrganizationId organization, DeviceId id);

    Optional<Device> findByInstallation(OrganizationId organization, String installation);

    /** The device whose token has this hash, in whichever organization: the token itself is the proof. */
    Optional<Device> findByToken(String tokenHash);

    /** Those not removed, the latest paired first. */
    Page<Device> page(OrganizationId organization, PageRequest request);

    /** Remembers a sign of life; never goes back in time. */
    void seen(OrganizationId organization, DeviceId id, Instant at);

    /** Remembers a heartbeat, which is a sign of life too. */
    void heard(OrganizationId organization, DeviceId id, Instant at, Vitals vitals, List<Sim> sims, String appVersion);

    /**
     * Remembers at most {@code limit} devices as present that were not, are not removed, and were seen after {@code time}.
     *
     * @return those
     */
    List<DeviceRef> present(Instant time, int limit);

    /**
     * Remembers at most {@code limit} devices as absent that were present and are removed, or not seen since {@code time}.
     *
     * @return those
     */
    List<DeviceRef> absent(Instant time, int limit);
}
