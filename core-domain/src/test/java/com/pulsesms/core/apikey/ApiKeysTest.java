package com.pulsesms.core.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.TestPulse;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Permission;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Secret;
import com.pulsesms.core.message.MessageFilter;
import com.pulsesms.core.message.Messages.NewMessage;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiKeysTest {
    private final TestPulse pulse = new TestPulse();
    private final ApiKeys keys = pulse.core().apiKeys();
    private final Actor owner = pulse.owner();

    private ApiKeys.Created created(Permission... scopes) {
        return keys.create(owner, "Shop", Set.of(scopes));
    }

    @Test
    void letAProgramDoWhatTheirScopesSayAndNoMore() {
        var created = created(Permission.MESSAGES_READ);

        var program = keys.authenticate(created.secret()).actor();

        assertThat(pulse.core()
                        .messages()
                        .page(program, MessageFilter.ALL, PageRequest.first())
                        .items())
                .isEmpty();
        assertThatThrownBy(() -> pulse.core().messages().send(program, NewMessage.of("0641234567", "Hello")))
                .isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void reachTheirOwnOrganizationOnly() {
        var other = pulse.owner();
        var message = pulse.queued(other);

        var program =
                keys.authenticate(created(Permission.MESSAGES_READ).secret()).actor();

        assertThatThrownBy(() -> pulse.core().messages().find(program, message.id()))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> keys.actor(other.organization(), ((Actor.Key) program.who()).key()))
                .isInstanceOf(Refusal.Unauthenticated.class);
    }

    @Test
    void canDoNoMoreThanTheirMaker() {
        var permissions = EnumSet.of(Permission.API_KEYS_MANAGE, Permission.MESSAGES_READ);
        var maker = new Actor(owner.who(), owner.organization(), permissions);

        assertThatThrownBy(() -> keys.create(maker, "Shop", Set.of(Permission.MESSAGES_SEND)))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refused ->
                                assertThat(refused.errors()).extracting("field").containsExactly("scopes"));
    }

    @Test
    void makeNoKeys() {
        assertThatThrownBy(() -> created(Permission.API_KEYS_MANAGE)).isInstanceOf(Refusal.Invalid.class);

        var forged =
                new Actor(new Actor.Key(created().key().id()), owner.organization(), EnumSet.allOf(Permission.class));
        assertThatThrownBy(() -> keys.create(forged, "Shop", Set.of())).isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void openNothingOnceRevoked() {
        var created = created(Permission.MESSAGES_READ);
        var id = created.key().id();

        keys.revoke(owner, id);
        keys.revoke(owner, id);

        assertThatThrownBy(() -> keys.authenticate(created.secret()))
                .isInstanceOfSatisfying(
                        Refusal.Unauthenticated.class,
                        refused -> assertThat(refused.code()).isEqualTo("api_key_invalid"));
        assertThatThrownBy(() -> keys.actor(owner.organization(), id)).isInstanceOf(Refusal.Unauthenticated.class);
        assertThat(keys.find(owner, id).live(pulse.clock().instant())).isFalse();
    }

    @Test
    void openNothingOnceExpired() {
        var end = pulse.clock().instant().plusSeconds(60);
        var draft = new ApiKeys.Draft("Shop", Optional.empty(), Optional.of(end));
        var created = keys.create(owner, draft);
        keys.authenticate(created.secret());

        pulse.clock().set(end);

        assertThatThrownBy(() -> keys.authenticate(created.secret()))
                .isInstanceOfSatisfying(
                        Refusal.Unauthenticated.class,
                        refused -> assertThat(refused.code()).isEqualTo("api_key_expired"));
        assertThatThrownBy(() -> keys.actor(owner.organization(), created.key().id()))
                .isInstanceOf(Refusal.Unauthenticated.class);
        assertThatThrownBy(() -> keys.create(owner, draft)).isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void mayAllThatTheirMakerMayAndAKeyCanUnlessSaidOtherwise() {
        var permissions = EnumSet.of(Permission.API_KEYS_MANAGE, Permission.MESSAGES_READ);
        var maker = new Actor(owner.who(), owner.organization(), permissions);

        var created = keys.create(maker, new ApiKeys.Draft("Shop", Optional.empty(), Optional.empty()));

        assertThat(created.key().scopes()).containsExactly(Permission.MESSAGES_READ);
    }

    @Test
    void openNothingWhenMistyped() {
        var secret = created(Permission.MESSAGES_READ).secret();

        assertThatThrownBy(() -> keys.authenticate(new Secret(secret.text() + "x")))
                .isInstanceOf(Refusal.Unauthenticated.class);
        assertThatThrownBy(() -> keys.authenticate(new Secret(secret.hash()))).isInstanceOf(Refusal.class);
    }

    @Test
    void tellWhenTheyWereUsedLast() {
        var created = created(Permission.MESSAGES_READ);
        assertThat(created.key().lastUsedAt()).isEmpty();

        pulse.clock().pass(Duration.ofHours(1));
        keys.authenticate(created.secret());

        assertThat(keys.find(owner, created.key().id()).lastUsedAt())
                .contains(pulse.clock().instant());

        pulse.clock().pass(Duration.ofHours(1));
        keys.actor(owner.organization(), created.key().id());
        assertThat(keys.find(owner, created.key().id()).lastUsedAt())
                .contains(pulse.clock().instant());
    }

    @Test
    void showOnlyTheBeginningOfTheirSecret() {
        var created = created(Permission.MESSAGES_READ);

        assertThat(created.secret().text()).startsWith(created.key().prefix());
        assertThat(created.key().prefix()).hasSize(11);
        assertThat(created.toString()).doesNotContain(created.secret().text());
    }
}
