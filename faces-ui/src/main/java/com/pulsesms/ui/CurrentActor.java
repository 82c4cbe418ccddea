package com.pulsesms.ui;

import com.pulsesms.core.identity.User;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.OrganizationId;
import java.util.Optional;

/** Who makes the current request, and in which of their organizations they act. */
public interface CurrentActor {
    /** The signed-in person; empty if nobody is, or the session has ended. */
    Optional<User> user();

    /**
     * That person in the organization that they chose last, or else in the first that they belong to.
     *
     * @throws com.pulsesms.core.kernel.Refusal.Unauthenticated if nobody is signed in
     */
    Actor actor();

    /**
     * Makes the browser act in this organization from its next request on.
     *
     * @throws com.pulsesms.core.kernel.Refusal.NotFound if the person does not belong to it
     */
    void switchTo(OrganizationId organization);
}
