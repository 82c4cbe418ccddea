package com.pulsesms.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.pulsesms.core.apikey.ApiKey;
import com.pulsesms.core.contact.OptOut;
import com.pulsesms.core.contact.OptOuts;
import com.pulsesms.core.device.Device;
import com.pulsesms.core.gateway.Phone;
import com.pulsesms.core.gateway.Report.Told;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.EventType;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Permission;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.message.Lane;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageFilter;
import com.pulsesms.core.message.Messages.NewMessage;
import com.pulsesms.core.message.Route;
import com.pulsesms.core.organization.Role;
import com.pulsesms.core.webhook.DeliveryFilter;
import com.pulsesms.core.webhook.Endpoint;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every use case that takes an actor refuses by itself: without the permission, and what isn't the actor's. */
class UseCasesTest {
    private final TestPulse pulse = new TestPulse();
    private final Actor owner = pulse.owner();

    private UseCase.Things things(Actor of) {
        var core = pulse.core();
        var draft = pulse.draft(of, 1);
        var list = draft.lists().get(0);
        var phone = Phone.paired(core, of);
        var webhook = core.webhooks()
                .create(of, "https://example.com", Set.of(EventType.CAMPAIGN_COMPLETED))
                .endpoint()
                .id();
        return new UseCase.Things(
                core.apiKeys().create(of, "Key", Set.of()).key().id(),
                list,
                core.contacts()
                        .entries(of, list, PageRequest.first())
                        .items()
                        .get(0)
                        .id(),
                core.optOuts().add(of, OptOuts.Draft.of("0646666666")).get(0).id(),
                phone.device().id(),
                pulse.queued(of).id(),
                failed(of, phone),
                draft.id(),
                running(of),
                webhook,
                core.deliveries().test(of, webhook).id());
    }

    private CampaignId running(Actor of) {
        return pulse.core().campaigns().start(of, pulse.draft(of, 1).id()).id();
    }

    private MessageId failed(Actor of, Phone phone) {
        var route = new Route(Optional.of(phone.device().id()), Optional.empty());
        var wish = new NewMessage("0645555555", "Hello", Lane.NORMAL, route, Optional.empty());
        var message = pulse.core().messages().send(of, wish).id();
        phone.take().stream()
                .filter(handed -> handed.claim().message().equals(message))
                .forEach(handed -> phone.tell(handed, Told.FAILED));
        return message;
    }

    private Actor with(Set<Permission> permissions) {
        return new Actor(owner.who(), owner.organization(), permissions);
    }

    @Test
    void areAllListedHere() {
        var listed =
                Arrays.stream(UseCase.values()).map(useCase -> useCase.method).collect(Collectors.toSet());

        var exposed = Arrays.stream(PulseSms.class.getMethods())
                .map(Method::getReturnType)
                .filter(type -> type.getName().startsWith("com.pulsesms.core."))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> List.of(method.getParameterTypes()).contains(Actor.class))
                .map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName())
                .collect(Collectors.toSet());

        assertThat(exposed).containsExactlyInAnyOrderElementsOf(listed);
    }

    @ParameterizedTest
    @EnumSource(UseCase.class)
    void refuseAnActorWithoutThePermission(UseCase useCase) {
        var things = things(owner);

        for (var missing : useCase.needs) {
            var actor = with(EnumSet.complementOf(EnumSet.of(missing)));

            assertThatThrownBy(() -> useCase.call.by(pulse.core(), actor, things))
                    .isInstanceOf(Refusal.Forbidden.class)
                    .hasMessageContaining(missing.scope());
        }
    }

    @ParameterizedTest
    @EnumSource(UseCase.class)
    void needNoMoreThanTheirPermission(UseCase useCase) {
        var things = things(owner);

        assertThat(catchThrowable(() -> useCase.call.by(pulse.core(), with(useCase.needs), things)))
                .isNull();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void areOpenToThoseWhoseRoleAllowsThem(Role role) {
        for (var useCase : UseCase.values()) {
            var anotherOwner = pulse.owner();
            var things = things(anotherOwner);
            var actor = new Actor(anotherOwner.who(), anotherOwner.organization(), role.permissions());
            var refusal = catchThrowable(() -> useCase.call.by(pulse.core(), actor, things));

            if (role.permissions().containsAll(useCase.needs)) {
                assertThat(refusal).as("%s by %s", useCase, role).isNull();
            } else {
                assertThat(refusal).as("%s by %s", useCase, role).isInstanceOf(Refusal.Forbidden.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(UseCase.class)
    void findNothingOfAnotherOrganization(UseCase useCase) {
        var theirs = things(pulse.owner());

        var refusal = catchThrowable(() -> useCase.call.by(pulse.core(), owner, theirs));

        switch (useCase.names) {
            case THING -> assertThat(refusal).isInstanceOf(Refusal.NotFound.class);
            case THING_IN_A_FIELD -> assertThat(refusal).isInstanceOf(Refusal.Invalid.class);
            case NOTHING -> assertThat(refusal).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(UseCase.class)
    void changeNothingOfAnotherOrganization(UseCase useCase) {
        var other = pulse.owner();
        var theirs = things(other);
        var before = everythingOf(other, theirs);

        catchThrowable(() -> useCase.call.by(pulse.core(), owner, theirs));

        assertThat(everythingOf(other, theirs)).isEqualTo(before);
    }

    private List<Object> everythingOf(Actor actor, UseCase.Things things) {
        var core = pulse.core();
        var first = PageRequest.first();
        return List.of(
                core.organizations().current(actor),
                core.apiKeys().page(actor, first),
                core.contacts().lists(actor, first),
                core.contacts().entries(actor, things.list(), first),
                core.optOuts().page(actor, first),
                core.devices().page(actor, first),
                core.messages().page(actor, MessageFilter.ALL, first),
                core.campaigns().page(actor, first),
                core.webhooks().page(actor, first),
                core.deliveries().page(actor, things.webhook(), DeliveryFilter.ALL, first));
    }

    @Test
    void listNothingOfAnotherOrganization() {
        var theirs = things(pulse.owner());
        var mine = things(owner);
        var first = PageRequest.first();
        var core = pulse.core();

        assertThat(core.contacts().lists(owner, first).items())
                .extracting(counted -> counted.list().id())
                .contains(mine.list())
                .doesNotContain(theirs.list());
        assertThat(core.optOuts().page(owner, first).items())
                .extracting(OptOut::id)
                .containsExactly(mine.optOut());
        assertThat(core.apiKeys().page(owner, first).items())
                .extracting(ApiKey::id)
                .contains(mine.key())
                .doesNotContain(theirs.key());
        assertThat(core.devices().page(owner, first).items())
                .extracting(Device::id)
                .containsExactly(mine.device());
        assertThat(core.messages().page(owner, MessageFilter.ALL, first).items())
                .extracting(Message::id)
                .containsExactlyInAnyOrder(mine.message(), mine.failed());
        assertThat(core.campaigns().page(owner, first).items())
                .extracting(progress -> progress.campaign().id())
                .containsExactlyInAnyOrder(mine.campaign(), mine.running());
        assertThat(core.webhooks().page(owner, first).items())
                .extracting(Endpoint::id)
                .containsExactly(mine.webhook());
    }
}
