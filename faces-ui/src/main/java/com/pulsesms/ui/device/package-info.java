/** The phones that send: connecting them, seeing how they do, and their settings. */
@NullMarked
package com.pulsesms.ui.device;

import org.jspecify.annotations.NullMarked;
