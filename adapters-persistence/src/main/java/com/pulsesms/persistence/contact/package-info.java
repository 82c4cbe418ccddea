/** Contact lists and contacts as rows. */
@NullMarked
package com.pulsesms.persistence.contact;

import org.jspecify.annotations.NullMarked;
