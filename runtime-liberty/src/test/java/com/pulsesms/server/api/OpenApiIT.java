package com.pulsesms.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.server.api.Operations.Operation;
import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code /openapi} tells is what the server does: no operation less or more, and each answer as described. */
@ExtendWith(SharedServer.class)
class OpenApiIT {
    private static final Set<String> WITH_A_PATH_ONLY = Set.of("GET", "DELETE");

    @Test
    void describesTheAnswersOfEveryOperation() {
        var description = Description.read();
        var calls = EveryCall.of(Filled.of("Truth"));
        assertThat(Operations.described())
                .extracting(Operation::toString)
                .containsExactlyInAnyOrderElementsOf(calls.keySet());

        var wrong = new ArrayList<String>();
        calls.forEach((operation, call) -> {
            var answer = call.get();
            if (answer.status() >= 300) {
                wrong.add(operation + ": answered " + answer.status() + " " + answer.body());
            }
            wrong.addAll(description.untold(operation, answer));
        });

        assertThat(wrong).isEmpty();
    }

    @Test
    void describesTheRefusalsOfEveryOperation() {
        var description = Description.read();
        var all = Filled.of("Refused");
        var wrong = new ArrayList<String>();

        for (var operation : Operations.described()) {
            wrong.addAll(description.untold(operation.toString(), operation.by(Caller.stranger(), all.list())));
            var caller = operation.path().startsWith("/api/gateway/")
                    ? all.phone().caller()
                    : all.workspace().program();
            if (!WITH_A_PATH_ONLY.contains(operation.method())
                    && !operation.path().endsWith("/import")) {
                wrong.addAll(description.untold(
                        operation.toString(), caller.call(operation.method(), operation.with(all.list()), "{\"x\":")));
            }
        }

        assertThat(wrong).isEmpty();
    }
}
