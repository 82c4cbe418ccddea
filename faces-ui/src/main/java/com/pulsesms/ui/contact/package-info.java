/** Contact lists, the contacts on them, and their import and export. */
@NullMarked
package com.pulsesms.ui.contact;

import org.jspecify.annotations.NullMarked;
