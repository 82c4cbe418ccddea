/** Organizations over REST. Start with {@link com.pulsesms.rest.organization.OrganizationResource}. */
@NullMarked
package com.pulsesms.rest.organization;

import org.jspecify.annotations.NullMarked;
