package com.pulsesms.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.StorageContract;
import com.pulsesms.core.kernel.AtOnce;
import com.pulsesms.core.kernel.EmailAddress;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.kernel.UserId;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link UserStore} keeps. */
public interface UserStoreContract extends StorageContract {
    private UserStore store() {
        return storage().users();
    }

    @Test
    default void findsAPersonByIdAndByAddress() {
        var person = APerson.somebody();

        run(() -> store().insert(person));

        assertThat(call(() -> store().find(person.id()))).contains(person);
        assertThat(call(() -> store().findByEmail(person.email()))).contains(person);
    }

    @Test
    default void findsNobodyWhoIsNotThere() {
        assertThat(call(() -> store().find(new UserId(Sample.id())))).isEmpty();
        assertThat(call(() -> store().findByEmail(new EmailAddress(Sample.id() + "@example.com"))))
                .isEmpty();
    }

    @Test
    default void refusesASecondPersonWithTheSameAddress() {
        var first = APerson.somebody();
        var second = APerson.at(first.email().value());
        run(() -> store().insert(first));

        refusesAs("email_taken", () -> store().insert(second));

        assertThat(call(() -> store().findByEmail(first.email()))).contains(first);
        assertThat(call(() -> store().find(second.id()))).isEmpty();
    }

    @Test
    default void letsOnlyOneOfSeveralHaveAnAddressWhenTheyComeAtOnce() {
        var email = APerson.somebody().email().value();

        var inserted = AtOnce.call(4, n -> {
            try {
                run(() -> store().insert(APerson.at(email)));
                return true;
            } catch (Refusal.Conflict taken) {
                return false;
            }
        });

        assertThat(inserted).containsOnlyOnce(true);
    }
}
