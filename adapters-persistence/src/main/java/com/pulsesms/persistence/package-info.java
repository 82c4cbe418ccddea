/**
 * The storage ports on JPA, for H2 and PostgreSQL. Start with {@link com.pulsesms.persistence.JpaStorage}; the schema is
 * made by {@link com.pulsesms.persistence.Migrations}. What works on sets of rows is SQL ({@link
 * com.pulsesms.persistence.Sql}), the rest goes through row classes that never leave their package.
 */
@NullMarked
package com.pulsesms.persistence;

import org.jspecify.annotations.NullMarked;
