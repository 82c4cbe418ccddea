package com.pulsesms.gateway.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.pulsesms.gateway.R;
import com.pulsesms.gateway.engine.DeviceInfo;
import com.pulsesms.gateway.engine.GatewayServer;
import com.pulsesms.gateway.engine.PairingLink;
import com.pulsesms.gateway.engine.UrlHttp;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Collections;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person is told when connecting fails, by what a server really answers, or does not. */
class PairingErrorTest {
    @ParameterizedTest
    @CsvSource({
        "400, pairing_code_invalid",
        "410, pairing_code_expired",
        "409, pairing_code_used",
        "409, installation_in_other_organization",
    })
    void saysWhatTheServerHasAgainstTheCode(int status, String code) throws Exception {
        int text = answered(
                status, "application/problem+json", "{\"status\": " + status + ", \"code\": \"" + code + "\"}");

        assertThat(text).isEqualTo(expected(code));
    }

    private static int expected(String code) {
        switch (code) {
            case "pairing_code_invalid":
                return R.string.error_code_invalid;
            case "pairing_code_expired":
                return R.string.error_code_expired;
            case "pairing_code_used":
                return R.string.error_code_used;
            default:
                return R.string.error_other_organization;
        }
    }

    @Test
    void tellsAServerThatIsNotOurs() throws Exception {
        assertThat(answered(404, "text/html", "<h1>Not found</h1>")).isEqualTo(R.string.error_not_pulsesms);
    }

    @Test
    void tellsAServerThatDoesNotAnswer() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThat(PairingError.text(failure(port))).isEqualTo(R.string.error_unreachable);
    }

    @Test
    void tellsACertificateThatIsNotTrustedFromAClockThatIsWrong() {
        assertThat(PairingError.text(handshake(new CertPathValidatorException())))
                .isEqualTo(R.string.error_certificate);
        assertThat(PairingError.text(handshake(new CertificateNotYetValidException())))
                .isEqualTo(R.string.error_clock);
        assertThat(PairingError.text(handshake(new CertificateExpiredException())))
                .isEqualTo(R.string.error_clock);
    }

    private static IOException handshake(Exception cause) {
        return (IOException) new SSLHandshakeException("Refused").initCause(cause);
    }

    private static int answered(int status, String type, String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length());
            exchange.getResponseBody().write(body.getBytes(UTF_8));
            exchange.close();
        });
        server.start();
        try {
            return PairingError.text(failure(server.getAddress().getPort()));
        } finally {
            server.stop(0);
        }
    }

    private static Exception failure(int port) {
        PairingLink link = new PairingLink("http://127.0.0.1:" + port, "ABCD-EFGH");
        DeviceInfo device = new DeviceInfo("installation", "Google", "Pixel 4a", "13", "0.1.0");
        return assertThrows(
                Exception.class, () -> GatewayServer.pair(new UrlHttp("Test"), link, device, Collections.emptyList()));
    }
}
