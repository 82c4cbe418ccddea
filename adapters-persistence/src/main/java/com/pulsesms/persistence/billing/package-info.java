/** Quotas and who holds what of them. */
@NullMarked
package com.pulsesms.persistence.billing;

import org.jspecify.annotations.NullMarked;
