/** People and their sign-ins as rows. */
@NullMarked
package com.pulsesms.persistence.identity;

import org.jspecify.annotations.NullMarked;
