/**
 * The REST API. This package holds what all resources share: how input is read ({@link com.pulsesms.rest.Input}), how lists
 * are paged ({@link com.pulsesms.rest.PageJson}) and how errors are told ({@link com.pulsesms.rest.Problem}). Who calls is
 * found out in {@link com.pulsesms.rest.identity}; each feature of the core has its resources in a package of its name.
 */
@NullMarked
package com.pulsesms.rest;

import org.jspecify.annotations.NullMarked;
