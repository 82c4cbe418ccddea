package com.pulsesms.gateway.simulator;

import com.pulsesms.gateway.engine.Step;
import com.pulsesms.gateway.engine.Steps;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Kills the process, without any farewell, when a step is passed for the n-th time. */
final class CrashPoint implements Steps {
    private static final int EXIT_CODE = 137;

    private final Step step;
    private final AtomicInteger left;

    private CrashPoint(Step step, int pass) {
        this.step = step;
        this.left = new AtomicInteger(pass);
    }

    /** @param text such as {@code after-mark-sending:3}; without a number the first pass */
    static CrashPoint parse(String text) {
        String[] parts = text.split(":", 2);
        Step step = Step.valueOf(parts[0].trim().toUpperCase(Locale.ROOT).replace('-', '_'));
        return new CrashPoint(step, parts.length == 1 ? 1 : Integer.parseInt(parts[1].trim()));
    }

    @Override
    public void passed(Step passed) {
        if (passed == step && left.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }
}
