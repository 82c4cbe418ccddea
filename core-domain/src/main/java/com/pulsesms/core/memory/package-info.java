/**
 * In-memory adapters of every port of the core: what embedding programs and fast tests run on. Start with {@link
 * com.pulsesms.core.memory.MemoryDatabase}.
 */
@NullMarked
package com.pulsesms.core.memory;

import org.jspecify.annotations.NullMarked;
