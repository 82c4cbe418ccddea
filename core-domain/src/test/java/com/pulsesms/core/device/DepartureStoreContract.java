package com.pulsesms.core.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.StorageContract;
import com.pulsesms.core.kernel.AtOnce;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.organization.AnOrganization;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link DepartureStore} keeps. */
public interface DepartureStoreContract extends StorageContract {
    Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    Optional<Integer> NO_SIM = Optional.empty();

    private DepartureStore departures() {
        return storage().departures();
    }

    private void left(OrganizationId organization, DeviceId device, Instant at, SimParts... parts) {
        run(() -> departures().add(organization, device, at, List.of(parts)));
    }

    private List<Departed> after(OrganizationId organization, DeviceId device, Grain grain, Instant time) {
        return call(() -> departures().after(organization, device, grain, time));
    }

    private static SimParts parts(int parts) {
        return new SimParts(NO_SIM, parts);
    }

    @Test
    default void countsDeparturesByTheSecondAndByTheMinute() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization).id();

        left(organization, device, NOON.plusMillis(1_200), parts(2));
        left(organization, device, NOON.plusMillis(1_999), parts(3));
        left(organization, device, NOON.plusSeconds(59), parts(4));
        left(organization, device, NOON.plusSeconds(60), parts(5));

        assertThat(after(organization, device, Grain.SECOND, NOON))
                .containsExactly(
                        new Departed(Grain.SECOND, NOON.plusSeconds(1), parts(5)),
                        new Departed(Grain.SECOND, NOON.plusSeconds(59), parts(4)),
                        new Departed(Grain.SECOND, NOON.plusSeconds(60), parts(5)));
        assertThat(after(organization, device, Grain.MINUTE, NOON))
                .containsExactly(
                        new Departed(Grain.MINUTE, NOON, parts(9)),
                        new Departed(Grain.MINUTE, NOON.plusSeconds(60), parts(5)));
    }

    @Test
    default void tellsSimsApartAndThoseThatNobodyKnows() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization).id();
        var first = new SimParts(Optional.of(0), 1);
        var second = new SimParts(Optional.of(1), 2);

        left(organization, device, NOON, parts(3), first, second);
        left(organization, device, NOON, second);

        assertThat(after(organization, device, Grain.SECOND, NOON))
                .extracting(Departed::parts)
                .containsExactlyInAnyOrder(parts(3), first, new SimParts(Optional.of(1), 4));
    }

    @Test
    default void tellsWhatEndsAfterATimeThoughItBeganBefore() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization).id();
        left(organization, device, NOON, parts(1));

        assertThat(after(organization, device, Grain.MINUTE, NOON.plusMillis(59_999)))
                .hasSize(1);
        assertThat(after(organization, device, Grain.MINUTE, NOON.plusSeconds(60)))
                .isEmpty();
        assertThat(after(organization, device, Grain.SECOND, NOON.plusMillis(999)))
                .hasSize(1);
        assertThat(after(organization, device, Grain.SECOND, NOON.plusSeconds(1)))
                .isEmpty();
    }

    @Test
    default void keepsOtherDevicesAndOrganizationsOut() {
        var organization = AnOrganization.in(storage());
        var other = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization).id();
        var neighbour = ADevice.in(storage(), organization).id();
        left(organization, device, NOON, parts(1));

        assertThat(after(organization, neighbour, Grain.MINUTE, NOON)).isEmpty();
        assertThat(after(other, device, Grain.MINUTE, NOON)).isEmpty();
    }

    @Test
    default void losesNothingWhenSeveralCountAtOnce() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization).id();

        AtOnce.call(4, node -> {
            for (var n = 0; n < 10; n++) {
                left(organization, device, NOON.plusSeconds(n % 3), parts(1), new SimParts(Optional.of(node % 2), 1));
            }
            return node;
        });

        assertThat(after(organization, device, Grain.MINUTE, NOON).stream()
                        .mapToInt(some -> some.parts().parts())
                        .sum())
                .isEqualTo(80);
        assertThat(after(organization, device, Grain.SECOND, NOON).stream()
                        .mapToInt(some -> some.parts().parts())
                        .sum())
                .isEqualTo(80);
    }

    @Test
    default void forgetsWhatCountsForNoSpanAnyMore() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization).id();
        left(organization, device, NOON, parts(1));

        run(() -> departures().forget(NOON.plus(Span.MINUTE.length()).plusSeconds(1)));
        assertThat(after(organization, device, Grain.SECOND, NOON)).hasSize(1);

        run(() -> departures().forget(NOON.plus(Span.DAY.length()).plusSeconds(60)));
        assertThat(after(organization, device, Grain.SECOND, NOON)).isEmpty();
        assertThat(after(organization, device, Grain.MINUTE, NOON)).hasSize(1);

        run(() -> departures().forget(NOON.plus(Duration.ofHours(26))));
        assertThat(after(organization, device, Grain.MINUTE, NOON)).isEmpty();
    }

    @Test
    default void isGoneWithTheTransactionThatFails() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization).id();

        try {
            run(() -> {
                departures().add(organization, device, Sample.NOW, List.of(parts(1)));
                throw new IllegalStateException("It fails");
            });
        } catch (IllegalStateException expected) {
            // What it added is looked for below.
        }

        assertThat(after(organization, device, Grain.MINUTE, Sample.NOW)).isEmpty();
    }
}
