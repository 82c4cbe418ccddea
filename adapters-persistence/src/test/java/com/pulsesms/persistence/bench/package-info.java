/** How quick storage is on PostgreSQL, each figure beside the same rows by plain JDBC. {@code Bench} is what they share. */
@NullMarked
package com.pulsesms.persistence.bench;

import org.jspecify.annotations.NullMarked;
