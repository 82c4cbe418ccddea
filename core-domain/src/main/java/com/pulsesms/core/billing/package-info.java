/** What of its quota an account has used, and who holds it. Start with {@link com.pulsesms.core.billing.QuotaStore}. */
@NullMarked
package com.pulsesms.core.billing;

import org.jspecify.annotations.NullMarked;
