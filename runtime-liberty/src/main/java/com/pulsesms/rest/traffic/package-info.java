/** How much programs may ask, and from which other sites' pages. Start with {@link com.pulsesms.rest.traffic.RateLimit}. */
@NullMarked
package com.pulsesms.rest.traffic;

import org.jspecify.annotations.NullMarked;
