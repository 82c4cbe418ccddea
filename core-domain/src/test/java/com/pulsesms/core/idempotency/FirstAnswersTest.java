package com.pulsesms.core.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.TestPulse;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.ApiKeyId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Sample;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FirstAnswersTest {
    private final TestPulse pulse = new TestPulse();
    private final FirstAnswers answers = pulse.core().firstAnswers();
    private final CallKey key = new CallKey("somebody", "key");
    private int runs;

    private String work() {
        return "answer " + ++runs;
    }

    @Test
    void runsACallOnceAndGivesItsAnswerAgain() {
        assertThat(answers.answered(key, "call", this::work)).isEmpty();
        assertThat(answers.answered(key, "call", this::work)).contains("answer 1");

        assertThat(runs).isEqualTo(1);
    }

    @Test
    void runsTheCallAnewThatDiedInItsMiddle() {
        assertThatThrownBy(() -> answers.answered(key, "call", () -> {
                    throw new IllegalStateException("This failure is part of the test");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(answers.answered(key, "call", this::work)).isEmpty();
        assertThat(answers.answered(key, "call", this::work)).contains("answer 1");
    }

    @Test
    void refusesTheKeyOfAnotherCall() {
        answers.answered(key, "call", this::work);

        assertThatThrownBy(() -> answers.answered(key, "other call", this::work))
                .isInstanceOf(Refusal.KeyReused.class);
    }

    @Test
    void givesARefusalAgain() {
        assertThatThrownBy(() -> answers.answered(key, "call", () -> {
                    throw new Refusal.NotFound("Nothing here");
                }))
                .isInstanceOf(Refusal.NotFound.class);
        answers.refused(key, "nothing here");

        assertThat(answers.answered(key, "call", this::work)).contains("nothing here");
    }

    @Test
    void forgetsAnAnswerAfterADay() {
        answers.answered(key, "call", this::work);
        pulse.clock().pass(FirstAnswers.KEPT.plusSeconds(1));

        assertThat(answers.answered(key, "other call", this::work)).isEmpty();
        pulse.clock().pass(FirstAnswers.KEPT.minus(Duration.ofSeconds(1)));
        assertThat(answers.answered(key, "other call", this::work)).contains("answer 2");
    }

    @Test
    void sweepsWhatIsTooOld() {
        answers.answered(key, "call", this::work);
        pulse.clock().pass(FirstAnswers.KEPT.plusSeconds(1));

        answers.forgetOld();

        assertThat(pulse.storage().answers().find(key)).isEmpty();
    }

    @Test
    void tellsTheSameKeyOfSeveralCallersApart() {
        var program = new Actor(new Actor.Key(new ApiKeyId(Sample.id())), new OrganizationId(Sample.id()), Set.of());
        var elsewhere = new Actor(program.who(), new OrganizationId(Sample.id()), Set.of());

        assertThat(CallKey.of(program, "key"))
                .isEqualTo(CallKey.of(program, "key"))
                .isNotEqualTo(CallKey.of(elsewhere, "key"))
                .isNotEqualTo(CallKey.of(pulse.owner(), "key"));
    }

    @Test
    void takesShortVisibleKeysOnly() {
        for (var wrong : new String[] {"", " ", "a b", "ü", "x".repeat(256)}) {
            assertThatThrownBy(() -> new CallKey("somebody", wrong)).isInstanceOf(Refusal.Invalid.class);
        }
    }
}
