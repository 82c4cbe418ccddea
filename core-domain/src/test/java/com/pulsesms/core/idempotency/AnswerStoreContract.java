package com.pulsesms.core.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.StorageContract;
import com.pulsesms.core.kernel.Sample;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link AnswerStore} keeps. */
public interface AnswerStoreContract extends StorageContract {
    private AnswerStore store() {
        return storage().answers();
    }

    private CallKey opened() {
        var key = new CallKey("caller " + UUID.randomUUID(), "key");
        run(() -> store().open(key, "fingerprint", Sample.NOW));
        return key;
    }

    private Optional<KeptCall> find(CallKey key) {
        return call(() -> store().find(key));
    }

    @Test
    default void findsACallAsItWasOpened() {
        var key = opened();

        assertThat(find(key)).contains(new KeptCall(key, "fingerprint", Sample.NOW, Optional.empty()));
        assertThat(find(new CallKey(key.caller(), "other"))).isEmpty();
        assertThat(find(new CallKey("other", key.key()))).isEmpty();
    }

    @Test
    default void leavesACallThatIsOpenedAgainAsItWas() {
        var key = opened();

        run(() -> store().open(key, "other", Sample.NOW.plusSeconds(1)));

        assertThat(find(key).orElseThrow().fingerprint()).isEqualTo("fingerprint");
    }

    @Test
    default void keepsTheFirstAnswerHoweverLong() {
        var key = opened();
        var answer = "x".repeat(2_000_000);

        run(() -> store().answer(key, answer));
        run(() -> store().answer(key, "second"));

        assertThat(find(key).orElseThrow().answer()).contains(answer);
    }

    @Test
    default void forgetsAnAnswerWithTheTransactionThatItIsOf() {
        var key = opened();

        assertThatThrownBy(() -> run(() -> {
                    store().lock(key);
                    store().answer(key, "lost");
                    throw new IllegalStateException("This failure is part of the test");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(call(() -> store().lock(key)).orElseThrow().answer()).isEmpty();
    }

    @Test
    default void letsNobodyElseRunACallThatIsLocked() throws Exception {
        var key = opened();
        var other = new CompletableFuture<Optional<KeptCall>>();

        run(() -> {
            assertThat(store().lock(key)).isPresent();
            new Thread(() -> other.completeAsync(() -> call(() -> store().lock(key)), Runnable::run)).start();
            awaitALittle(other);
            store().answer(key, "done");
        });

        // Either it was told so at once, or it had to wait and finds the answer.
        assertThat(other.get(10, TimeUnit.SECONDS).map(KeptCall::answer).orElse(Optional.of("done")))
                .contains("done");
        assertThat(call(() -> store().lock(key))).isPresent();
    }

    private static void awaitALittle(CompletableFuture<?> other) {
        try {
            other.get(300, TimeUnit.MILLISECONDS);
        } catch (TimeoutException waits) {
            assertThat(other).isNotDone();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    default void forgetsOldAnswers() {
        var key = opened();

        run(() -> store().forget(Sample.NOW));
        assertThat(find(key)).isPresent();

        run(() -> store().forget(Sample.NOW.plusSeconds(1)));
        assertThat(find(key)).isEmpty();
    }

    @Test
    default void removesOneCallOnly() {
        var key = opened();
        var other = opened();

        run(() -> store().remove(key));

        assertThat(find(key)).isEmpty();
        assertThat(find(other)).isPresent();
    }
}
