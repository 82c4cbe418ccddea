/** What an account may use, and what it has used of it. Start with {@link com.pulsesms.core.billing.Plan} and {@link com.pulsesms.core.billing.Quotas}. */
@NullMarked
package com.pulsesms.core.billing;

import org.jspecify.annotations.NullMarked;
