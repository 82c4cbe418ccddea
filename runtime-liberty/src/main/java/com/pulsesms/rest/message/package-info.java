/** Messages and usage over REST. Start with {@link com.pulsesms.rest.message.MessageResource}. */
@NullMarked
package com.pulsesms.rest.message;

import org.jspecify.annotations.NullMarked;
