package com.pulsesms.core.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.TestPulse;
import com.pulsesms.core.apikey.ApiKeys;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.Limit;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Region;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What accounts may have on each plan, besides messages. */
class PlanTest {
    private static void make(TestPulse pulse, Actor owner) {
        pulse.core().organizations().create(owner.person(), "Another", new Region("RS"), ZoneOffset.UTC);
    }

    private static void makeKey(TestPulse pulse, Actor owner) {
        pulse.core().apiKeys().create(owner, "Another", ApiKeys.DEFAULT_SCOPES);
    }

    private static void refuses(Runnable work, long limit) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refusal.LimitReached.class, refused -> {
            assertThat(refused.code()).isEqualTo("plan_limit_reached");
            assertThat(refused.limit()).isEqualTo(new Limit(limit, limit, 1, Optional.empty()));
        });
    }

    @Test
    void freeHasRoomForTheOrganizationAndTheKeyOfTheSignUp() {
        var pulse = new TestPulse(Plan.FREE);
        var owner = pulse.owner();

        refuses(() -> make(pulse, owner), 1);
        refuses(() -> makeKey(pulse, owner), 1);

        assertThat(pulse.core().organizations().mine(owner.person())).hasSize(1);
    }

    @Test
    void freeHasRoomForAnotherKeyOnceTheFirstIsRevoked() {
        var pulse = new TestPulse(Plan.FREE);
        var owner = pulse.owner();
        var first =
                pulse.core().apiKeys().page(owner, PageRequest.first()).items().get(0);

        pulse.core().apiKeys().revoke(owner, first.id());
        makeKey(pulse, owner);

        refuses(() -> makeKey(pulse, owner), 1);
    }

    @Test
    void proHasRoomForFiveOrganizationsAndAnyNumberOfKeys() {
        var pulse = new TestPulse(Plan.PRO);
        var owner = pulse.owner();
        for (var n = 1; n < 5; n++) {
            make(pulse, owner);
            makeKey(pulse, owner);
        }

        refuses(() -> make(pulse, owner), 5);
    }

    @Test
    void enterpriseHasRoomForAnyNumber() {
        var pulse = new TestPulse(Plan.ENTERPRISE);
        var owner = pulse.owner();
        for (var n = 0; n < 9; n++) {
            make(pulse, owner);
            makeKey(pulse, owner);
        }

        assertThat(pulse.core().organizations().mine(owner.person())).hasSize(10);
    }
}
