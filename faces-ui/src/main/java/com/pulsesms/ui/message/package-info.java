/** The log of all messages, and sending a single one. */
@NullMarked
package com.pulsesms.ui.message;

import org.jspecify.annotations.NullMarked;
