package com.pulsesms.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookUrlTest {
    @Test
    void isAnAddressWithPathAndQuery() {
        assertThat(WebhookUrl.parse(" https://example.com:8443/events?from=pulse "))
                .hasToString("https://example.com:8443/events?from=pulse");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/events",
                "/events",
                "ftp://example.com/",
                "file:///etc/passwd",
                "https:///events",
                "https://user:password@example.com/",
                "https://example.com/#part",
                "https://exa mple.com/",
                "mailto:ana@example.com"
            })
    void isNothingElse(String typed) {
        assertThatThrownBy(() -> WebhookUrl.parse(typed))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refused -> assertThat(refused.errors())
                                .extracting(error -> error.field())
                                .containsExactly("url"));
    }

    @Test
    void hasALimit() {
        assertThatThrownBy(() -> WebhookUrl.parse("https://example.com/" + "a".repeat(2_000)))
                .isInstanceOf(Refusal.Invalid.class);
    }
}
