/**
 * What every request for a page goes through: who may see it, safe headers, and how refusals and failures are shown.
 * Start with {@link com.pulsesms.ui.page.PageFilter} and {@link com.pulsesms.ui.page.PageExceptions}.
 */
@NullMarked
package com.pulsesms.ui.page;

import org.jspecify.annotations.NullMarked;
