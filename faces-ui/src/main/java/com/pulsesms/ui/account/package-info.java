/** Signing up and in. Start with {@link com.pulsesms.ui.account.SignUpPage}. */
@NullMarked
package com.pulsesms.ui.account;

import org.jspecify.annotations.NullMarked;
