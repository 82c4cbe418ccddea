/** Campaigns as rows, and their expansion into messages. */
@NullMarked
package com.pulsesms.persistence.campaign;

import org.jspecify.annotations.NullMarked;
