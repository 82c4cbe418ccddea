/** What benchmarks share: how figures are kept, printed and compared. The benchmarks stand beside what they measure. */
@NullMarked
package com.pulsesms.bench;

import org.jspecify.annotations.NullMarked;
