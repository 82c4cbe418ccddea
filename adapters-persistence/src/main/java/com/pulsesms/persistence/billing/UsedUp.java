package com.pulsesms.persistence.billing;

import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.persistence.Sql;
import java.util.function.BiPredicate;

/** The conditions that a message used up one of a quota, or ended without, as {@link MessageStatus} says. */
public final class UsedUp {
    public static final String IS = condition(MessageStatus::usedUp);
    static final String IS_NOT = condition(MessageStatus::unused);

    private UsedUp() {}

    private static String condition(BiPredicate<MessageStatus, Integer> rule) {
        var ifNoneLeft = MessageStatus.among(status -> rule.test(status, 0));
        var ifSomeLeft = MessageStatus.among(status -> rule.test(status, 1));
        return "(parts = 0 and status " + Sql.in(ifNoneLeft) + " or parts > 0 and status " + Sql.in(ifSomeLeft) + ")";
    }
}
