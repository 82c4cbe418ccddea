/** Messages as rows, as their senders see them. */
@NullMarked
package com.pulsesms.persistence.message;

import org.jspecify.annotations.NullMarked;
