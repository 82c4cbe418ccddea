package com.pulsesms.ui.message;

import com.pulsesms.core.billing.Allowance;
import com.pulsesms.core.billing.Plan;
import com.pulsesms.core.message.Messages;
import com.pulsesms.ui.Shell;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What was sent in this month, and what the plan still allows. */
@Named
@RequestScoped
public class QuotaMeter {
    @Inject
    Clock clock;

    @Inject
    Shell shell;

    @Inject
    Messages messages;

    private Messages.@Nullable Usage usage;

    private Messages.Usage usage() {
        if (usage == null) {
            usage = messages.usage(
                    shell.getActor(), YearMonth.from(clock.instant().atZone(ZoneOffset.UTC)));
        }
        return usage;
    }

    private Allowance allowance() {
        return usage().allowance();
    }

    public Plan getPlan() {
        return allowance().plan();
    }

    public boolean isLimited() {
        return allowance().limit().isPresent();
    }

    /** Of the whole account where it is limited, or else of this organization. */
    public long getUsed() {
        return isLimited() ? allowance().used() : usage().messages();
    }

    /** 0 if there is none. */
    public long getLimit() {
        return allowance().limit().orElse(0);
    }

    public long getRemaining() {
        return allowance().remaining().orElse(Long.MAX_VALUE);
    }

    /** How much of the limit is used, at most 100. */
    public long getPercent() {
        return isLimited() ? Math.min(100, allowance().used() * 100 / getLimit()) : 0;
    }

    public Instant getResetsAt() {
        return allowance().end();
    }
}
