/** Organizations, the tenants that own all data, and who belongs to them. Start with {@link com.pulsesms.core.organization.Organizations}. */
@NullMarked
package com.pulsesms.core.organization;

import org.jspecify.annotations.NullMarked;
