package com.pulsesms.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailureReasonTest {
    static Stream<String> ours() {
        return Arrays.stream(Failure.class.getFields()).map(FailureReasonTest::value);
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("ours")
    void saysInPlainWordsWhatEachOfOurCodesMeans(String code) {
        assertThat(FailureReason.of(code)).doesNotContain(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PARTLY_SENT",
                "NO_RESULT",
                "DIED_WHILE_SENDING",
                "CANCELED",
                "RETURN_ASKED",
                "SIM_GONE",
                "UNPAIRED",
                "NO_PERMISSION",
                "AIRPLANE_MODE",
                "SUPERSEDED",
                "ALREADY_SENT",
                "TOO_OLD",
                "RESULT_ERROR_NO_SERVICE",
                "RESULT_ERROR_RADIO_OFF",
                "RESULT_ERROR_GENERIC_FAILURE",
                "RESULT_ERROR_LIMIT_EXCEEDED",
                "TP_STATUS_70"
            })
    void saysInPlainWordsWhatTheProtocolsCodesMean(String code) {
        assertThat(FailureReason.of(code)).doesNotContain(code);
    }

    @Test
    void keepsACodeThatNobodyKnows() {
        assertThat(FailureReason.of("RESULT_4711")).contains("RESULT_4711");
    }
}
