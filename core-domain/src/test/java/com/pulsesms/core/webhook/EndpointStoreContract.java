package com.pulsesms.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.StorageContract;
import com.pulsesms.core.kernel.EventType;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.kernel.Walk;
import com.pulsesms.core.organization.AnOrganization;
import com.pulsesms.core.webhook.Endpoint.Reason;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link EndpointStore} keeps. */
public interface EndpointStoreContract extends StorageContract {
    Instant SOON = Sample.NOW.plusSeconds(60);

    private EndpointStore store() {
        return storage().endpoints();
    }

    private Endpoint inserted() {
        return AnEndpoint.in(storage(), AnOrganization.in(storage()));
    }

    private Endpoint again(Endpoint endpoint) {
        return call(() -> store().find(endpoint.organization(), endpoint.id())).orElseThrow();
    }

    @Test
    default void findsAnEndpointAsItWasInserted() {
        var endpoint = inserted();

        assertThat(again(endpoint)).isEqualTo(endpoint);
    }

    @Test
    default void keepsWhatIsChangedOfAnEndpoint() {
        var endpoint = inserted();

        run(() -> store().update(endpoint.at(WebhookUrl.parse("http://other.example"))
                .toldOf(Set.of(EventType.DEVICE_CONNECTED))
                .signedBy(endpoint.secrets().replacedBy("newer", Sample.NOW))
                .disable(Reason.ASKED, SOON)));

        var changed = again(endpoint);
        assertThat(changed.url()).hasToString("http://other.example");
        assertThat(changed.events()).containsExactly(EventType.DEVICE_CONNECTED);
        assertThat(changed.secrets().live(Sample.NOW)).containsExactly("newer", "encrypted");
        assertThat(changed.disabled()).contains(new Endpoint.Disabled(SOON, Reason.ASKED));
        assertThat(changed.revision()).isEqualTo(1);
    }

    @Test
    default void refusesToSaveAStaleEndpoint() {
        var endpoint = inserted();
        run(() -> store().update(endpoint.toldOf(Set.of(EventType.CAMPAIGN_STARTED))));

        refusesAs("stale", () -> store().update(endpoint.disable(Reason.ASKED, SOON)));

        assertThat(again(endpoint).enabled()).isTrue();
    }

    @Test
    default void remembersSinceWhenAnEndpointFailsUntilItSucceeds() {
        var endpoint = inserted();

        run(() -> store().failed(endpoint.ref(), Sample.NOW));
        run(() -> store().failed(endpoint.ref(), SOON));
        assertThat(again(endpoint).failingSince()).contains(Sample.NOW);
        assertThat(again(endpoint).revision()).isZero();

        run(() -> store().succeeded(endpoint.ref()));
        assertThat(again(endpoint).failingSince()).isEmpty();
    }

    @Test
    default void disablesAnEndpointWhateverRevisionIsStored() {
        var endpoint = inserted();

        run(() -> store().disable(endpoint.ref(), Reason.GONE, SOON));
        run(() -> store().disable(endpoint.ref(), Reason.FAILING, SOON.plusSeconds(1)));

        assertThat(again(endpoint).disabled()).contains(new Endpoint.Disabled(SOON, Reason.GONE));
        refusesAs("stale", () -> store().update(endpoint.toldOf(Set.of(EventType.CAMPAIGN_STARTED))));
    }

    @Test
    default void tellsTheEnabledEndpointsOfAnOrganization() {
        var first = inserted();
        var disabled = AnEndpoint.in(storage(), first.organization());
        var last = AnEndpoint.in(storage(), first.organization());
        inserted();
        run(() -> store().disable(disabled.ref(), Reason.GONE, SOON));

        assertThat(call(() -> store().enabled(first.organization()))).containsExactly(first, last);
        assertThat(call(() -> store().count(first.organization()))).isEqualTo(3);
    }

    @Test
    default void listsEndpointsNewestFirst() {
        var organization = AnOrganization.in(storage());
        var all = Stream.generate(() -> AnEndpoint.in(storage(), organization))
                .limit(3)
                .toList();

        var listed = Walk.<Endpoint>over(2, page -> call(() -> store().page(organization, page)));

        assertThat(listed).containsExactly(all.get(2), all.get(1), all.get(0));
    }

    @Test
    default void forgetsADeletedEndpoint() {
        var endpoint = inserted();

        run(() -> store().delete(endpoint.organization(), endpoint.id()));

        assertThat(call(() -> store().find(endpoint.organization(), endpoint.id())))
                .isEqualTo(Optional.empty());
    }

    @Test
    default void neitherShowsNorLetsChangeTheEndpointOfAnotherOrganization() {
        var endpoint = inserted();
        var other = AnOrganization.in(storage());
        var forged = new EndpointRef(other, endpoint.id());

        run(() -> store().failed(forged, Sample.NOW));
        run(() -> store().disable(forged, Reason.GONE, SOON));
        run(() -> store().delete(other, endpoint.id()));

        assertThat(call(() -> store().find(other, endpoint.id()))).isEmpty();
        assertThat(call(() -> store().page(other, PageRequest.first())).items()).isEmpty();
        assertThat(call(() -> store().enabled(other))).isEmpty();
        assertThat(again(endpoint)).isEqualTo(endpoint);
    }
}
