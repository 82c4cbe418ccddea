/**
 * {@code Idempotency-Key}: a repeated POST is answered as it was the first time, and changes nothing more. Start with {@link
 * com.pulsesms.rest.idempotency.Once}.
 */
@NullMarked
package com.pulsesms.rest.idempotency;

import org.jspecify.annotations.NullMarked;
