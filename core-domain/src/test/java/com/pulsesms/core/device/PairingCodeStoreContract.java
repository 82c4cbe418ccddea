package com.pulsesms.core.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.StorageContract;
import com.pulsesms.core.kernel.AtOnce;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.organization.AnOrganization;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link PairingCodeStore} keeps. */
public interface PairingCodeStoreContract extends StorageContract {
    private PairingCodeStore store() {
        return storage().pairingCodes();
    }

    private PairingCode inserted(Instant expiresAt) {
        var code = new PairingCode(Sample.hash(), AnOrganization.in(storage()), expiresAt, Optional.empty());
        run(() -> store().insert(code));
        return code;
    }

    private Optional<PairingCode> found(PairingCode code) {
        return call(() -> store().lock(code.hash()));
    }

    @Test
    default void findsAPairingCodeOfItsOrganizationByItsHash() {
        var code = inserted(Sample.NOW);

        assertThat(found(code)).contains(code);
        assertThat(call(() -> store().lock(Sample.hash()))).isEmpty();
    }

    @Test
    default void remembersWhoUsedAPairingCode() {
        var code = inserted(Sample.NOW);
        var other = inserted(Sample.NOW);

        run(() -> store().use(code.used("phone-1")));

        assertThat(found(code)).contains(code.used("phone-1"));
        assertThat(found(other)).contains(other);
    }

    @Test
    default void letsOnlyOneOfSeveralPhonesUseAPairingCodeAtOnce() {
        var code = inserted(Sample.NOW);

        var used = AtOnce.call(
                4,
                n -> call(() -> {
                    var read = store().lock(code.hash()).orElseThrow();
                    if (!read.usableBy("phone-" + n)) {
                        return false;
                    }
                    store().use(read.used("phone-" + n));
                    return true;
                }));

        assertThat(used).containsOnlyOnce(true);
    }

    @Test
    default void forgetsPairingCodesThatExpiredBefore() {
        var old = inserted(Sample.NOW.minusSeconds(1));
        var fresh = inserted(Sample.NOW.plusSeconds(1));

        run(() -> store().forgetExpired(Sample.NOW));

        assertThat(found(old)).isEmpty();
        assertThat(found(fresh)).contains(fresh);
    }
}
