package com.pulsesms.rest.idempotency;

import com.pulsesms.core.idempotency.FirstAnswers;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Vault;
import com.pulsesms.rest.JsonFormat;
import com.pulsesms.rest.RefusalMapper;
import com.pulsesms.rest.RequestIds;
import com.pulsesms.rest.idempotency.CurrentCall.Marked;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.json.bind.Jsonb;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Runs a resource's method in the transaction that keeps its answer, or tells what was answered before. */
@Interceptor
@Idempotent
@Priority(Interceptor.Priority.APPLICATION)
public class Once {
    private final Jsonb jsonb = new JsonFormat().getContext(Object.class);

    @Inject
    private CurrentCall current;

    @Inject
    private FirstAnswers answers;

    @Inject
    private Vault vault;

    @Inject
    private HttpServletRequest request;

    @AroundInvoke
    @Nullable
    Object answer(InvocationContext method) throws Exception {
        var call = current.marked();
        return call.isPresent() ? once(call.get(), method) : method.proceed();
    }

    private @Nullable Object once(Marked call, InvocationContext method) {
        var returned = new AtomicReference<@Nullable Object>();
        var refused = new AtomicReference<@Nullable Refusal>();
        try {
            var before = answers.answered(call.key(), call.fingerprint(), () -> {
                returned.set(proceed(method, refused));
                return vault.encrypt(Answer.of(returned.get(), jsonb).written());
            });
            before.ifPresent(this::replay);
            return returned.get();
        } catch (Refusal refusal) {
            // Not what the key itself was refused for: that is no answer to the call.
            if (refusal == refused.get()) {
                keep(call, refusal);
            }
            throw refusal;
        }
    }

    private static @Nullable Object proceed(InvocationContext method, AtomicReference<@Nullable Refusal> refused) {
        try {
            return method.proceed();
        } catch (Refusal refusal) {
            refused.set(refusal);
            throw refusal;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void replay(String kept) {
        throw new Replay(Answer.read(vault.decrypt(kept)));
    }

    private void keep(Marked call, Refusal refusal) {
        var answer = Answer.of(RefusalMapper.problem(refusal), RequestIds.of(request));
        answers.refused(call.key(), vault.encrypt(answer.written()));
    }
}
