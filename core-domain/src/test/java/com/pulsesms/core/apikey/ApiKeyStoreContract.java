package com.pulsesms.core.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.StorageContract;
import com.pulsesms.core.identity.APerson;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.kernel.Walk;
import com.pulsesms.core.organization.AnOrganization;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link ApiKeyStore} keeps. */
public interface ApiKeyStoreContract extends StorageContract {
    private ApiKeyStore store() {
        return storage().apiKeys();
    }

    private ApiKey inserted(OrganizationId organization) {
        var key = AnApiKey.of(organization, APerson.in(storage()));
        run(() -> store().insert(key));
        return key;
    }

    private ApiKey inserted() {
        return inserted(AnOrganization.in(storage()));
    }

    private ApiKey again(ApiKey key) {
        return call(() -> store().find(key.organization(), key.id())).orElseThrow();
    }

    @Test
    default void findsAnApiKeyAsItWasInserted() {
        var key = inserted();

        assertThat(again(key)).isEqualTo(key);
    }

    @Test
    default void findsAnApiKeyByTheHashOfItsSecret() {
        var key = inserted();

        assertThat(call(() -> store().findByHash(key.hash()))).contains(key);
        assertThat(call(() -> store().findByHash(Sample.hash()))).isEmpty();
    }

    @Test
    default void remembersThatAnApiKeyWasRevoked() {
        var key = inserted();

        run(() -> store().update(key.revoked(Sample.NOW.plusSeconds(5))));

        assertThat(again(key).revokedAt()).contains(Sample.NOW.plusSeconds(5));
        assertThat(again(key).revision()).isEqualTo(1);
        assertThat(call(() -> store().findByHash(key.hash())).orElseThrow().live(Sample.NOW))
                .isFalse();
    }

    @Test
    default void countsTheKeysOfAnOrganizationThatAreNeitherRevokedNorExpired() {
        var key = inserted();
        inserted(key.organization());
        inserted();
        assertThat(call(() -> store().live(key.organization(), Sample.NOW))).isEqualTo(2);

        run(() -> store().update(key.revoked(Sample.NOW)));

        assertThat(call(() -> store().live(key.organization(), Sample.NOW))).isEqualTo(1);
        var end = key.expiresAt().orElseThrow();
        assertThat(call(() -> store().live(key.organization(), end.minusSeconds(1))))
                .isEqualTo(1);
        assertThat(call(() -> store().live(key.organization(), end))).isZero();
    }

    @Test
    default void refusesToSaveAStaleApiKey() {
        var key = inserted();
        run(() -> store().update(key.revoked(Sample.NOW)));

        refusesAs("stale", () -> store().update(key.revoked(Sample.NOW.plusSeconds(1))));

        assertThat(again(key).revokedAt()).contains(Sample.NOW);
    }

    @Test
    default void remembersTheUseOfAnApiKeyWhoeverSavesItMeanwhile() {
        var key = inserted();

        run(() -> store().used(key.organization(), key.id(), Sample.NOW.plusSeconds(7)));
        run(() -> store().update(key.revoked(Sample.NOW.plusSeconds(8))));

        assertThat(again(key).lastUsedAt()).contains(Sample.NOW.plusSeconds(7));
    }

    @Test
    default void listsApiKeysNewestFirst() {
        var organization = AnOrganization.in(storage());
        var keys = Stream.generate(() -> inserted(organization)).limit(5).toList();

        var listed = Walk.<ApiKey>over(2, page -> call(() -> store().page(organization, page)));

        assertThat(listed).containsExactly(keys.get(4), keys.get(3), keys.get(2), keys.get(1), keys.get(0));
    }

    @Test
    default void showsAnApiKeyToItsOwnOrganizationOnly() {
        var other = AnOrganization.in(storage());
        var key = inserted();

        assertThat(call(() -> store().find(other, key.id()))).isEmpty();
        assertThat(call(() -> store().page(other, PageRequest.first())).items()).isEmpty();
    }

    @Test
    default void letsNoOtherOrganizationChangeAnApiKey() {
        var other = AnOrganization.in(storage());
        var key = inserted();
        var forged = new ApiKey(
                key.id(),
                other,
                "Forged",
                key.prefix(),
                key.hash(),
                key.scopes(),
                key.createdBy(),
                key.createdAt(),
                key.expiresAt(),
                Optional.empty(),
                Optional.of(Sample.NOW),
                0);

        refuses(() -> store().update(forged));
        run(() -> store().used(other, key.id(), Sample.NOW));

        assertThat(again(key)).isEqualTo(key);
    }
}
