package com.pulsesms.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessageStatusTest {
    /** What a message may come to from {@code status} without a requeue, which ends the claim. */
    private static Set<MessageStatus> reachable(MessageStatus status) {
        var reached = EnumSet.noneOf(MessageStatus.class);
        collect(status, reached);
        return reached;
    }

    private static void collect(MessageStatus status, Set<MessageStatus> reached) {
        for (var next : status.successors()) {
            if (next != MessageStatus.QUEUED && reached.add(next)) {
                collect(next, reached);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(MessageStatus.class)
    void neverComesBackWithinOneClaim(MessageStatus status) {
        assertThat(reachable(status)).doesNotContain(status);
    }

    @ParameterizedTest
    @EnumSource(MessageStatus.class)
    void isComeToFromItsPredecessorsOnly(MessageStatus status) {
        for (var before : MessageStatus.values()) {
            assertThat(MessageStatus.predecessors(status).contains(before)).isEqualTo(before.canBecome(status));
        }
    }

    @Test
    void goesBackToTheQueueFromADeviceOnly() {
        assertThat(MessageStatus.predecessors(MessageStatus.QUEUED)).containsExactly(MessageStatus.DISPATCHED);
    }

    @Test
    void isNeverSentAgainByItselfOnceUnknown() {
        assertThat(reachable(MessageStatus.UNKNOWN)).noneMatch(MessageStatus::open);
    }

    @ParameterizedTest
    @EnumSource(MessageStatus.class)
    void isEitherOpenOrUsedUpOrUnusedHoweverMuchLeft(MessageStatus status) {
        for (var parts = 0; parts < 2; parts++) {
            assertThat(Stream.of(status.open(), status.usedUp(parts), status.unused(parts)))
                    .containsOnlyOnce(true);
        }
    }

    @Test
    void isOpenWhileADeviceMaySendIt() {
        assertThat(MessageStatus.openOnes()).containsExactly(MessageStatus.QUEUED, MessageStatus.DISPATCHED);
    }
}
