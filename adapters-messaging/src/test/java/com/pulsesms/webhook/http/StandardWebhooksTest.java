package com.pulsesms.webhook.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.kernel.EventId;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.webhook.Signatures;
import com.pulsesms.core.webhook.SigningSecret;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Our requests as the published verifier of Standard Webhooks sees them. */
class StandardWebhooksTest {
    private static final String BODY = "{\"name\":\"Živa \uD83D\uDE00\"}";

    private final SigningSecret secret = SigningSecret.random();
    private final SigningSecret other = SigningSecret.random();

    private static HttpHeaders signed(Instant now, SigningSecret... secrets) {
        var headers = Signatures.sign(new EventId(Sample.id()), now, BODY, List.of(secrets));
        return HttpHeaders.of(
                headers.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue()))),
                (name, value) -> true);
    }

    @Test
    void verifyByTheSecretAsItIsShown() {
        assertThatCode(() -> new Webhook(secret.text()).verify(BODY, signed(Instant.now(), secret)))
                .doesNotThrowAnyException();
    }

    @Test
    void verifyByEitherSecretDuringARotation() {
        var headers = signed(Instant.now(), other, secret);

        assertThatCode(() -> new Webhook(secret.text()).verify(BODY, headers)).doesNotThrowAnyException();
        assertThatCode(() -> new Webhook(other.text()).verify(BODY, headers)).doesNotThrowAnyException();
    }

    @Test
    void failForAnotherSecretAnotherBodyAndAnOldRequest() {
        var headers = signed(Instant.now(), secret);
        var old = signed(Instant.now().minusSeconds(600), secret);

        assertThatThrownBy(() -> new Webhook(other.text()).verify(BODY, headers))
                .isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() -> new Webhook(secret.text()).verify(BODY + " ", headers))
                .isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() -> new Webhook(secret.text()).verify(BODY, old))
                .isInstanceOf(WebhookVerificationException.class);
    }
}
