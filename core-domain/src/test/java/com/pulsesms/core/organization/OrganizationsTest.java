package com.pulsesms.core.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.TestPulse;
import com.pulsesms.core.kernel.Permission;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Region;
import com.pulsesms.core.kernel.Sample;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrganizationsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final TestPulse pulse = new TestPulse();
    private final Organizations organizations = pulse.core().organizations();

    @Test
    void letsAPersonOwnSeveralAndMoveBetweenThem() {
        var first = pulse.owner();
        var person = first.person();
        pulse.clock().pass(Duration.ofSeconds(1));
        var second = organizations.create(person, "Second", new Region("DE"), BERLIN);

        var there = organizations.actor(person, second.id());

        assertThat(there.organization()).isEqualTo(second.id());
        assertThat(organizations.current(there).name()).isEqualTo("Second");
        assertThat(organizations.mine(person))
                .extracting(mine -> mine.organization().id())
                .containsExactly(first.organization(), second.id());
    }

    @Test
    void letsNobodyActWhereTheyDoNotBelong() {
        var mine = pulse.owner();
        var other = pulse.owner();

        assertThatThrownBy(() -> organizations.actor(mine.person(), other.organization()))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void changesWhatIsNamedAndLeavesTheRest() {
        var owner = pulse.owner();
        var before = organizations.current(owner);

        var changed = organizations.change(owner, Organizations.Change.NONE.in(new Region("DE")));

        assertThat(changed.region()).isEqualTo(new Region("DE"));
        assertThat(changed.name()).isEqualTo(before.name());
        assertThat(changed.zone()).isEqualTo(before.zone());
        assertThat(organizations.current(owner)).isEqualTo(changed);
    }

    @Test
    void keepsQuietHoursUntilTheyAreTakenAway() {
        var owner = pulse.owner();
        var night = Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)));

        organizations.change(owner, Organizations.Change.NONE.quietDuring(night));
        organizations.change(owner, Organizations.Change.NONE.at(BERLIN));
        assertThat(organizations.current(owner).quietHours()).isEqualTo(night);

        organizations.change(owner, Organizations.Change.NONE.quietDuring(Optional.empty()));
        assertThat(organizations.current(owner).quietHours()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void refusesAnOrganizationWithoutAName(String name) {
        var owner = pulse.owner();
        var nameless = Organizations.Change.NONE.named(name);

        assertThatThrownBy(() -> organizations.change(owner, nameless)).isInstanceOf(Refusal.Invalid.class);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void givesAMemberWhatTheirRoleAllowsAndNoMore(Role role) {
        var owner = pulse.owner();
        var member = pulse.owner().person();
        var membership = new Membership(owner.organization(), member, role, Sample.NOW);
        pulse.storage().transactions().run(() -> pulse.storage().organizations().addMember(membership));

        var actor = organizations.actor(member, owner.organization());

        assertThat(actor.permissions()).isEqualTo(role.permissions());
    }

    @Test
    void letsAMemberSendButNotManageDevicesKeysOrTheOrganization() {
        assertThat(Role.MEMBER.permissions())
                .contains(Permission.CAMPAIGNS_WRITE, Permission.MESSAGES_SEND, Permission.CONTACTS_WRITE)
                .doesNotContain(Permission.DEVICES_WRITE, Permission.API_KEYS_MANAGE, Permission.ORGANIZATION_WRITE);
    }

    @Test
    void letsAViewerReadOnly() {
        assertThat(Role.VIEWER.permissions())
                .allMatch(permission -> permission.scope().endsWith(":read"));
        assertThat(Role.OWNER.permissions())
                .filteredOn(permission -> permission.scope().endsWith(":read"))
                .containsExactlyInAnyOrderElementsOf(Role.VIEWER.permissions());
    }

    @Test
    void letsOwnersAndAdminsDoEverything() {
        assertThat(Role.OWNER.permissions()).containsExactlyInAnyOrder(Permission.values());
        assertThat(Role.ADMIN.permissions()).containsExactlyInAnyOrder(Permission.values());
    }
}
