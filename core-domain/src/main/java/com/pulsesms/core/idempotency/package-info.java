/**
 * Calls that are made once however often they are sent: the answer is kept with the change it tells of, and given again.
 * Start with {@link com.pulsesms.core.idempotency.FirstAnswers}.
 */
@NullMarked
package com.pulsesms.core.idempotency;

import org.jspecify.annotations.NullMarked;
