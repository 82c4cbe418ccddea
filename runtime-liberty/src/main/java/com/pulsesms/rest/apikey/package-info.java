/** API keys over REST. Start with {@link com.pulsesms.rest.apikey.ApiKeyResource}. */
@NullMarked
package com.pulsesms.rest.apikey;

import org.jspecify.annotations.NullMarked;
