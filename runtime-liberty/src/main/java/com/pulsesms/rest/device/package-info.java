/** Devices and their pairing over REST. Start with {@link com.pulsesms.rest.device.DeviceResource}. */
@NullMarked
package com.pulsesms.rest.device;

import org.jspecify.annotations.NullMarked;
