package com.pulsesms.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.pulsesms.core.kernel.Eventually;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Sample;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link Sending} keeps. */
public interface SendingContract {
    Sending sending();

    /** An organization that has something to send. */
    OrganizationId withMessages();

    /** Whether those who send have learned by now that this organization's messages wait. */
    boolean noticed(OrganizationId organization);

    @Test
    default void tellsThoseWhoSendThatMessagesWait() {
        var organization = withMessages();

        sending().ready(organization);

        assertThat(Eventually.meets(() -> noticed(organization))).isTrue();
    }

    @Test
    default void tellsOfEachOrganizationBesideOthers() {
        var organizations = Stream.generate(this::withMessages).limit(5).toList();

        organizations.forEach(sending()::ready);

        assertThat(Eventually.meets(() -> organizations.stream().allMatch(this::noticed)))
                .isTrue();
    }

    @Test
    default void mayBeToldTheSameAnyNumberOfTimes() {
        var organization = withMessages();

        for (var n = 0; n < 100; n++) {
            sending().ready(organization);
        }

        assertThat(Eventually.meets(() -> noticed(organization))).isTrue();
    }

    @Test
    default void takesAnOrganizationForWhichNothingWaits() {
        var idle = new OrganizationId(Sample.id());

        assertThatCode(() -> sending().ready(idle)).doesNotThrowAnyException();
    }
}
