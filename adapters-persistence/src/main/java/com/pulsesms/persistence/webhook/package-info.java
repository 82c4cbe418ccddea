/** Webhooks as rows. */
@NullMarked
package com.pulsesms.persistence.webhook;

import org.jspecify.annotations.NullMarked;
