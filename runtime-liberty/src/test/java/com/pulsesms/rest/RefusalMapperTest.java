package com.pulsesms.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.kernel.FieldError;
import com.pulsesms.core.kernel.Limit;
import com.pulsesms.core.kernel.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RefusalMapperTest {
    private static final Limit LIMIT = new Limit(100, 97, 10, Optional.of(Instant.parse("2026-04-01T00:00:00Z")));

    private static final List<Refusal> EACH = List.of(
            new Refusal.NotFound("No such list"),
            new Refusal.Invalid("name", "A name is needed"),
            new Refusal.Conflict("stale", "Somebody was faster"),
            new Refusal.Gone("device_removed", "The device was removed"),
            new Refusal.KeyReused(),
            new Refusal.Unauthenticated("session_ended", "Please sign in again"),
            new Refusal.Forbidden("This needs the permission contacts:write"),
            new Refusal.LimitReached("quota_exceeded", "3 are left", LIMIT));

    @Test
    void translatesEachMemberOfTheFamily() {
        assertThat(EACH).extracting(Object::getClass).containsExactlyInAnyOrder(members());

        assertThat(EACH)
                .extracting(refusal -> RefusalMapper.problem(refusal).status().getStatusCode())
                .containsExactly(404, 400, 409, 410, 422, 401, 403, 402);
    }

    private static Class<?>[] members() {
        return Stream.of(Refusal.class.getPermittedSubclasses()).toArray(Class<?>[]::new);
    }

    @Test
    void tellsTheCodeTheSentenceAndTheFields() {
        var problem = RefusalMapper.problem(new Refusal.Invalid("name", "A name is needed"));

        assertThat(problem.code()).isEqualTo("invalid");
        assertThat(problem.detail()).isEqualTo("A name is needed");
        assertThat(problem.errors()).containsExactly(new FieldError("name", "A name is needed"));
    }

    @Test
    void tellsTheNumbersOfALimit() {
        var json = RefusalMapper.problem(new Refusal.LimitReached("quota_exceeded", "3 are left", LIMIT))
                .json("request-1");

        assertThat(json.getInt("limit")).isEqualTo(100);
        assertThat(json.getInt("used")).isEqualTo(97);
        assertThat(json.getInt("requested")).isEqualTo(10);
        assertThat(json.getInt("remaining")).isEqualTo(3);
        assertThat(json.getString("resetsAt")).isEqualTo("2026-04-01T00:00:00Z");
    }

    @Test
    void tellsNothingOfABug() {
        var json = Problem.of(new IllegalStateException("secret"))
                .json("request-1")
                .toString();

        assertThat(json).contains("\"status\":500", "request-1").doesNotContain("secret", "IllegalState");
    }
}
