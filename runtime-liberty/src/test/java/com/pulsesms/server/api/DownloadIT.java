package com.pulsesms.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a stranger gets who wants the Android app. */
@ExtendWith(SharedServer.class)
class DownloadIT {
    private static final Path BUILT = Path.of(System.getProperty("android-gateway.target"), "pulsesms-gateway.apk");
    private static final String ADDRESS = "/download/pulsesms-gateway.apk";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private static HttpResponse<byte[]> send(String method, String... headers)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(SharedServer.url().resolve(ADDRESS)).method(method, BodyPublishers.noBody());
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static String shown(String page, String id) {
        var found = Pattern.compile("id=\"" + id + "\"[^>]*>([^<]*)<").matcher(page);
        assertThat(found.find()).as("The page shows %s", id).isTrue();
        return found.group(1);
    }

    @Test
    void givesTheAppAsItWasBuilt() throws Exception {
        var answer = send("GET");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/vnd.android.package-archive");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"pulsesms-gateway.apk\"");
        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(Files.size(BUILT));
        assertThat(answer.body()).isEqualTo(Files.readAllBytes(BUILT));
    }

    @Test
    void showsTheVersionAndTheChecksumOfWhatItGives() throws Exception {
        var apk = send("GET").body();
        var file = Files.write(folder.resolve("downloaded.apk"), apk);

        var page = Caller.stranger().get("/download").expecting(200).body();

        assertThat(shown(page, "sha256")).isEqualTo(sha256(apk));
        try (var jar = new JarFile(file.toFile())) {
            assertThat(shown(page, "version"))
                    .isEqualTo(jar.getManifest().getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION));
        }
    }

    /** The JDK verifies signature scheme 1; that the very same bytes carry 2 and 3, the app's own tests show. */
    @Test
    void givesAnAppWhoseSignatureVerifies() throws Exception {
        var file = Files.write(folder.resolve("downloaded.apk"), send("GET").body());

        try (var jar = new JarFile(file.toFile(), true)) {
            var entries = jar.stream()
                    .filter(entry -> !entry.getName().startsWith("META-INF/"))
                    .toList();
            assertThat(entries).extracting(JarEntry::getName).contains("AndroidManifest.xml", "classes.dex");
            for (var entry : entries) {
                // Verified as it is read to its end.
                jar.getInputStream(entry).readAllBytes();
                assertThat(entry.getCodeSigners()).as(entry.getName()).hasSize(1);
            }
        }
    }

    @Test
    void tellsAboutTheAppWithoutGivingIt() throws Exception {
        var answer = send("HEAD");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(Files.size(BUILT));
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void doesNotGiveTheAppAgainToWhoHasIt() throws Exception {
        var tag = send("GET").headers().firstValue("ETag").orElseThrow();

        var again = send("GET", "If-None-Match", tag);
        var throughACache = send("GET", "If-None-Match", "\"older\", W/" + tag);
        var older = send("GET", "If-None-Match", "\"older\"");

        assertThat(tag).isEqualTo('"' + sha256(Files.readAllBytes(BUILT)) + '"');
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(throughACache.statusCode()).isEqualTo(304);
        assertThat(older.statusCode()).isEqualTo(200);
    }
}
