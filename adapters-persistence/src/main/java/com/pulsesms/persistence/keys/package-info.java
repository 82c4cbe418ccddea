/** The key pairs of the installation. */
@NullMarked
package com.pulsesms.persistence.keys;

import org.jspecify.annotations.NullMarked;
