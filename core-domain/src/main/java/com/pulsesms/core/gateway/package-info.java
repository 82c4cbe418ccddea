/** Handing messages to devices so that no two phones ever send the same one. Start with {@link com.pulsesms.core.gateway.HandOver}. */
@NullMarked
package com.pulsesms.core.gateway;

import org.jspecify.annotations.NullMarked;
