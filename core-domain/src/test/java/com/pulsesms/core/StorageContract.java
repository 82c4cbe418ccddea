package com.pulsesms.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.kernel.Refusal;
import java.util.function.Supplier;

/**
 * The ground of the contracts of the storage ports. Each test makes organizations of its own, so that a database may be
 * kept from test to test, and calls the ports within transactions, as the use cases do.
 */
public interface StorageContract {
    Storage storage();

    default <T> T call(Supplier<T> work) {
        return storage().transactions().call(work);
    }

    default void run(Runnable work) {
        storage().transactions().run(work);
    }

    /** Expects that {@code work} is refused as a conflict with this code. */
    default void refusesAs(String code, Runnable work) {
        assertThatThrownBy(() -> run(work))
                .isInstanceOfSatisfying(
                        Refusal.Conflict.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    /** Expects that {@code work} is refused, for whatever reason. */
    default void refuses(Runnable work) {
        assertThatThrownBy(() -> run(work)).isInstanceOf(Refusal.class);
    }
}
