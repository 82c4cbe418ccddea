package com.pulsesms.gateway.app;

import com.pulsesms.gateway.engine.Entry;
import com.pulsesms.gateway.engine.Ledger;
import com.pulsesms.gateway.engine.Status;
import java.util.Calendar;

/** What this phone did since midnight. */
final class Today {
    private static final int AT_MOST = 5_000;

    private final int sent;
    private final int failed;

    private Today(int sent, int failed) {
        this.sent = sent;
        this.failed = failed;
    }

    static Today of(Ledger ledger) {
        long midnight = midnight();
        int sent = 0;
        int failed = 0;
        for (Entry entry : ledger.latest(AT_MOST)) {
            if (entry.arrived().wallMillis() >= midnight && entry.status() != null) {
                sent += left(entry.status()) ? 1 : 0;
                failed += entry.status() == Status.FAILED || entry.status() == Status.UNDELIVERED ? 1 : 0;
            }
        }
        return new Today(sent, failed);
    }

    private static boolean left(Status status) {
        return status == Status.SENT || status == Status.DELIVERED || status == Status.UNDELIVERED;
    }

    private static long midnight() {
        Calendar day = Calendar.getInstance();
        day.set(Calendar.HOUR_OF_DAY, 0);
        day.set(Calendar.MINUTE, 0);
        day.set(Calendar.SECOND, 0);
        day.set(Calendar.MILLISECOND, 0);
        return day.getTimeInMillis();
    }

    int sent() {
        return sent;
    }

    int failed() {
        return failed;
    }
}
