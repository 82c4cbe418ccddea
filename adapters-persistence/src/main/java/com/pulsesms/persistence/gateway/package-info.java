/** The hand-over's side of messages: claims, settlements and sweeps, in SQL. */
@NullMarked
package com.pulsesms.persistence.gateway;

import org.jspecify.annotations.NullMarked;
