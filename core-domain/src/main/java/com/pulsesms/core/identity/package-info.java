/** People: sign-up, sign-in and their sessions. Start with {@link com.pulsesms.core.identity.Accounts}. */
@NullMarked
package com.pulsesms.core.identity;

import org.jspecify.annotations.NullMarked;
