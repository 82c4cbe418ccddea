package com.pulsesms.core.contact;

import com.pulsesms.core.kernel.DrivenPort;
import com.pulsesms.core.kernel.OptOutId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.PhoneNumber;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps the numbers that organizations must not write to: each at most once in an organization. */
@DrivenPort
public interface OptOutStore {
    /**
     * Adds opt-outs of different numbers, up to a thousand; one whose number is opted out already changes nothing, also
     * when two add it at once.
     *
     * @return how many were added
     */
    int add(OrganizationId organization, Collection<OptOut> optOuts);

    /** Takes it back; false if there is none. */
    boolean delete(OrganizationId organization, OptOutId id);

    Optional<OptOut> find(OrganizationId organization, OptOutId id);

    /** Those of these numbers that are opted out, up to a thousand of them. */
    Map<PhoneNumber, OptOut> of(OrganizationId organization, Set<PhoneNumber> phones);

    /** Newest first. */
    Page<OptOut> page(OrganizationId organization, PageRequest request);
}
