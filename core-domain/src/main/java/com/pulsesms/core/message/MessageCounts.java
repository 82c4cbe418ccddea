package com.pulsesms.core.message;

import java.util.Map;

/** How many messages are in each status, and the sums that people are shown. */
public record MessageCounts(Map<MessageStatus, Long> byStatus) {
    public static final MessageCounts NONE = new MessageCounts(Map.of());

    public MessageCounts {
        byStatus = Map.copyOf(byStatus);
    }

    public long of(MessageStatus status) {
        return byStatus.getOrDefault(status, 0L);
    }

    public long total() {
        return byStatus.values().stream().mapToLong(Long::longValue).sum();
    }

    public long queued() {
        return of(MessageStatus.QUEUED) + of(MessageStatus.DISPATCHED);
    }

    public long sent() {
        return of(MessageStatus.SENT) + of(MessageStatus.DELIVERED) + of(MessageStatus.UNDELIVERED);
    }

    public long delivered() {
        return of(MessageStatus.DELIVERED);
    }

    public long failed() {
        return of(MessageStatus.FAILED) + of(MessageStatus.UNDELIVERED) + of(MessageStatus.EXPIRED);
    }

    public long unknown() {
        return of(MessageStatus.UNKNOWN);
    }

    /** Those that need nothing more from a device. */
    public long done() {
        return total() - queued();
    }
}
