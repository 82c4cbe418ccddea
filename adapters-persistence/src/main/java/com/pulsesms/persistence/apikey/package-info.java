/** API keys as rows. */
@NullMarked
package com.pulsesms.persistence.apikey;

import org.jspecify.annotations.NullMarked;
