/**
 * What every feature speaks: ids, values, the {@link com.pulsesms.core.kernel.Actor}, refusals, pages, and the ports for
 * time, ids and transactions. Start with {@link com.pulsesms.core.kernel.Actor} and {@link
 * com.pulsesms.core.kernel.Refusal}.
 */
@NullMarked
package com.pulsesms.core.kernel;

import org.jspecify.annotations.NullMarked;
