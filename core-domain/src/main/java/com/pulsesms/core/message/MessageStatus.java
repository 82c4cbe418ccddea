package com.pulsesms.core.message;

import com.pulsesms.core.kernel.EventType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Where a message is in its life. */
public enum MessageStatus {
    /** Waits for a device. */
    QUEUED,
    /** Handed to a device, which may or may not have accepted it yet. */
    DISPATCHED,
    /** Nobody can tell whether it left: the phone died while sending, or fell silent. Never sent again by itself. */
    UNKNOWN,
    /** Left the phone. */
    SENT,
    /** The carrier confirmed the delivery. */
    DELIVERED,
    /** It left, and the carrier could not deliver it. */
    UNDELIVERED,
    /** It did not leave, or only a part of it. */
    FAILED,
    /** Its deadline passed before it left. */
    EXPIRED,
    /** A person called it back before it left. */
    CANCELED,
    /** Left out: the contact is gone or doesn't want it. */
    SKIPPED;

    /** What may come after this one. Only a requeue goes back, and it ends the claim. */
    public Set<MessageStatus> successors() {
        return switch (this) {
            case QUEUED -> EnumSet.of(DISPATCHED, EXPIRED, CANCELED, SKIPPED, FAILED);
            case DISPATCHED ->
                EnumSet.of(QUEUED, UNKNOWN, SENT, DELIVERED, UNDELIVERED, FAILED, EXPIRED, CANCELED, SKIPPED);
            case UNKNOWN -> EnumSet.of(SENT, DELIVERED, UNDELIVERED, FAILED);
            case SENT -> EnumSet.of(DELIVERED, UNDELIVERED);
            case DELIVERED, UNDELIVERED, FAILED, EXPIRED, CANCELED, SKIPPED -> EnumSet.noneOf(MessageStatus.class);
        };
    }

    public boolean canBecome(MessageStatus next) {
        return successors().contains(next);
    }

    /** Whether a device may still send it: a campaign with such a message is not completed. */
    public boolean open() {
        return this == QUEUED || this == DISPATCHED;
    }

    /** Whether a person may want it sent again; nothing sends it again by itself. */
    public boolean resendable() {
        return this == FAILED || this == UNDELIVERED || this == UNKNOWN;
    }

    /** Whether it left the phone as a whole. */
    public boolean left() {
        return this == SENT || this == DELIVERED || this == UNDELIVERED;
    }

    /**
     * Whether a message in this status used up one of its sender's quota, because it left, may have left, or left in part.
     *
     * @param parts how many parts left
     */
    public boolean usedUp(int parts) {
        return switch (this) {
            case UNKNOWN, SENT, DELIVERED, UNDELIVERED -> true;
            case FAILED -> parts > 0;
            case QUEUED, DISPATCHED, EXPIRED, CANCELED, SKIPPED -> false;
        };
    }

    /** Whether a message in this status ended and used up nothing, so that what it holds of a quota is given back. */
    public boolean unused(int parts) {
        return !open() && !usedUp(parts);
    }

    /** Whether it ended otherwise than its sender wanted. */
    public boolean bad() {
        return this == UNDELIVERED || this == FAILED || this == EXPIRED;
    }

    /** What is told of a message that came from {@code before} to this status: that it left comes first, if that is news. */
    public List<EventType> newsSince(MessageStatus before) {
        var news = new ArrayList<EventType>();
        if (left() && !before.left()) {
            news.add(EventType.MESSAGE_SENT);
        }
        if (this == DELIVERED) {
            news.add(EventType.MESSAGE_DELIVERED);
        }
        if (bad()) {
            news.add(EventType.MESSAGE_FAILED);
        }
        return news;
    }

    /** Those from which a message may come to {@code status}. */
    public static Set<MessageStatus> predecessors(MessageStatus status) {
        return among(s -> s.canBecome(status));
    }

    public static Set<MessageStatus> openOnes() {
        return among(MessageStatus::open);
    }

    /** Those that a rule is true of. */
    public static Set<MessageStatus> among(Predicate<MessageStatus> rule) {
        var found = EnumSet.noneOf(MessageStatus.class);
        Arrays.stream(values()).filter(rule).forEach(found::add);
        return Collections.unmodifiableSet(found);
    }
}
