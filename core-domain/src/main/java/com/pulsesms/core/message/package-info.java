/** One text to one number, its life and its log. Start with {@link com.pulsesms.core.message.MessageStatus} and {@link com.pulsesms.core.message.Messages}. */
@NullMarked
package com.pulsesms.core.message;

import org.jspecify.annotations.NullMarked;
