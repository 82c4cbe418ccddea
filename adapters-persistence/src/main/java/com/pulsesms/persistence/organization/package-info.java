/** Organizations and their members as rows. */
@NullMarked
package com.pulsesms.persistence.organization;

import org.jspecify.annotations.NullMarked;
