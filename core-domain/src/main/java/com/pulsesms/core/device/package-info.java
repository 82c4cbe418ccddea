/** The phones of an organization: pairing, vital signs, pace. Start with {@link com.pulsesms.core.device.Devices}. */
@NullMarked
package com.pulsesms.core.device;

import org.jspecify.annotations.NullMarked;
