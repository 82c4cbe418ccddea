package com.pulsesms.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @Test
    void keepsTheSecretThatItMade(@TempDir Path folder) {
        var made = new KeyFile(folder.resolve("data")).secret();

        assertThat(made).hasSizeGreaterThan(40);
        assertThat(new KeyFile(folder.resolve("data")).secret()).isEqualTo(made);
    }

    @Test
    void makesAnotherSecretElsewhere(@TempDir Path folder) {
        assertThat(new KeyFile(folder.resolve("a")).secret()).isNotEqualTo(new KeyFile(folder.resolve("b")).secret());
    }

    @Test
    void letsOnlyTheOwnerReadIt(@TempDir Path folder) throws Exception {
        new KeyFile(folder).secret();

        try (var files = Files.list(folder)) {
            assertThat(files.map(KeyFileTest::permissions)).containsExactly("rw-------");
        }
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
