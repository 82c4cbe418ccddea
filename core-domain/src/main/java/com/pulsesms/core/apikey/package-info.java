/** API keys, by which programs are known. Start with {@link com.pulsesms.core.apikey.ApiKeys}. */
@NullMarked
package com.pulsesms.core.apikey;

import org.jspecify.annotations.NullMarked;
