package com.pulsesms.rest.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class ReadBodyTest {
    private static final int MIB = 1 << 20;

    private static Mac mac() {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(new byte[] {1}, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] body(int length) {
        var bytes = new byte[length];
        for (var n = 0; n < length; n++) {
            bytes[n] = (byte) (n % 251);
        }
        return bytes;
    }

    @Test
    void givesABodyAgainHoweverLong() throws IOException {
        for (var length : new int[] {0, 1, MIB - 1, MIB, MIB + 1, 3 * MIB}) {
            var read = ReadBody.of(new ByteArrayInputStream(body(length)), mac());

            try (var again = read.stream()) {
                assertThat(again.readAllBytes()).isEqualTo(body(length));
            }
        }
    }

    @Test
    void tellsBodiesApartByTheirLastByte() throws IOException {
        var one = body(2 * MIB);
        var other = body(2 * MIB);
        other[2 * MIB - 1]++;

        assertThat(fingerprint(one)).isEqualTo(fingerprint(body(2 * MIB))).isNotEqualTo(fingerprint(other));
    }

    private static String fingerprint(byte[] body) throws IOException {
        var read = ReadBody.of(new ByteArrayInputStream(body), mac());
        read.stream().close();
        return read.fingerprint();
    }

    @Test
    void keepsAnAnswerAsItWas() {
        var answer =
                new Answer(201, "application/json", Optional.of("messages/1"), Optional.of("{\"text\":\"Ana 😀\"}"));

        assertThat(Answer.read(answer.written())).isEqualTo(answer);
    }
}
