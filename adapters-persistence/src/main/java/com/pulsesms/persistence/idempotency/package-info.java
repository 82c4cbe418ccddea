/** Calls and their answers as rows. */
@NullMarked
package com.pulsesms.persistence.idempotency;

import org.jspecify.annotations.NullMarked;
