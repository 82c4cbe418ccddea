/** Webhooks in the dashboard: making and steering them, and what they were sent. */
@NullMarked
package com.pulsesms.ui.webhook;

import org.jspecify.annotations.NullMarked;
