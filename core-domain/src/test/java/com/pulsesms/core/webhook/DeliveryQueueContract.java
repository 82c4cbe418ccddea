package com.pulsesms.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.kernel.EndpointId;
import com.pulsesms.core.kernel.Eventually;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Sample;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link DeliveryQueue} keeps. */
public interface DeliveryQueueContract {
    DeliveryQueue queue();

    /** Whether some node was asked by now to deliver to this endpoint. */
    boolean asked(EndpointRef endpoint);

    private static EndpointRef endpoint() {
        return new EndpointRef(new OrganizationId(Sample.id()), new EndpointId(Sample.id()));
    }

    @Test
    default void asksSomeNodeToDeliverToEachEndpoint() {
        var endpoints =
                Stream.generate(DeliveryQueueContract::endpoint).limit(5).toList();

        endpoints.forEach(queue()::deliverTo);

        assertThat(Eventually.meets(() -> endpoints.stream().allMatch(this::asked)))
                .isTrue();
    }

    @Test
    default void asksSomeNodeToDeliverToAnEndpointThatItIsRemindedOf() {
        var endpoint = endpoint();

        queue().remindOf(endpoint);

        assertThat(Eventually.meets(() -> asked(endpoint))).isTrue();
    }

    @Test
    default void mayBeAskedTheSameAnyNumberOfTimes() {
        var endpoint = endpoint();

        for (var n = 0; n < 100; n++) {
            queue().deliverTo(endpoint);
        }

        assertThat(Eventually.meets(() -> asked(endpoint))).isTrue();
    }
}
