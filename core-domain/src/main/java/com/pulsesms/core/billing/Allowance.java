package com.pulsesms.core.billing;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/**
 * What an account may send in a month, all its organizations together, and what of that is used.
 *
 * @param month in UTC
 * @param used under a plan with a limit, what left, may have left or may still leave; otherwise what left or may have left
 */
public record Allowance(Plan plan, YearMonth month, long used) {
    /** Empty if the plan has no limit. */
    public OptionalLong limit() {
        return plan.messages();
    }

    public OptionalLong remaining() {
        return limit().isPresent() ? OptionalLong.of(Math.max(0, limit().getAsLong() - used)) : OptionalLong.empty();
    }

    public Instant begin() {
        return begin(month);
    }

    /** When the next month begins, and with it another quota. */
    public Instant end() {
        return begin(month.plusMonths(1));
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
