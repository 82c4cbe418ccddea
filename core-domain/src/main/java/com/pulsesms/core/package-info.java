/** PulseSMS as a library. Start with {@link com.pulsesms.core.PulseSms}. */
@NullMarked
package com.pulsesms.core;

import org.jspecify.annotations.NullMarked;
