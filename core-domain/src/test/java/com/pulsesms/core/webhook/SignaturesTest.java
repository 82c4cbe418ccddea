package com.pulsesms.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.kernel.EventId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The expected values were computed with OpenSSL. */
class SignaturesTest {
    private static final SigningSecret SECRET = new SigningSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final SigningSecret OLDER = new SigningSecret("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD");
    private static final EventId ID = new EventId(UUID.fromString("0195d3f0-0000-7000-8000-000000000001"));
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00.9Z");
    private static final String BODY = "{\"type\":\"message.sent\",\"name\":\"Živa\"}";

    @Test
    void signTheBodyAsOpensslDoes() {
        var headers = Signatures.sign(ID, NOW, BODY, List.of(SECRET));

        assertThat(headers)
                .containsEntry(
                        "X-PulseSMS-Signature",
                        "sha256=701f50106511b7484f0c0c7556c8a61aa522187f7ea760af08542fb891d59848");
    }

    @Test
    void signIdTimestampAndBodyAsStandardWebhooksWants() {
        var headers = Signatures.sign(ID, NOW, BODY, List.of(SECRET));

        assertThat(headers)
                .containsEntry("webhook-id", "0195d3f0-0000-7000-8000-000000000001")
                .containsEntry("webhook-timestamp", "1772442000")
                .containsEntry("webhook-signature", "v1,qmku0p4sTDCqNXFF+dz8uHmlyjIwnhlpTDJjpDcJZ0c=");
    }

    @Test
    void holdOneSignatureForEachSecretThatIsLive() {
        var newest = Signatures.sign(ID, NOW, BODY, List.of(SECRET));
        var older = Signatures.sign(ID, NOW, BODY, List.of(OLDER));

        var both = Signatures.sign(ID, NOW, BODY, List.of(SECRET, OLDER));

        assertThat(both)
                .containsEntry(
                        "webhook-signature", newest.get("webhook-signature") + " " + older.get("webhook-signature"))
                .containsEntry(
                        "X-PulseSMS-Signature",
                        newest.get("X-PulseSMS-Signature") + "," + older.get("X-PulseSMS-Signature"));
    }

    @Test
    void shareNoSecretTwice() {
        assertThat(SigningSecret.random()).isNotEqualTo(SigningSecret.random());
        assertThat(SigningSecret.random().text()).matches("whsec_[A-Za-z0-9+/]{32}");
    }
}
