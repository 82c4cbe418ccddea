/** The keys by which programs are known. */
@NullMarked
package com.pulsesms.ui.apikey;

import org.jspecify.annotations.NullMarked;
