/** Devices and pairing codes as rows. */
@NullMarked
package com.pulsesms.persistence.device;

import org.jspecify.annotations.NullMarked;
