/** A person's organizations and the settings of the one they act in. */
@NullMarked
package com.pulsesms.ui.organization;

import org.jspecify.annotations.NullMarked;
