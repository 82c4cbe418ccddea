/**
 * Signing up, in and out, the tokens by which callers are known, and who makes the current request. Start with {@link
 * com.pulsesms.rest.identity.Identity}.
 */
@NullMarked
package com.pulsesms.rest.identity;

import org.jspecify.annotations.NullMarked;
