/**
 * The composition root: here, and nowhere else, the core meets its adapters. {@link
 * com.pulsesms.runtime.RestApplication} is where requests come in, {@link com.pulsesms.runtime.ReadyAnnouncement} tells
 * the operator that they may.
 */
@NullMarked
package com.pulsesms.runtime;

import org.jspecify.annotations.NullMarked;
