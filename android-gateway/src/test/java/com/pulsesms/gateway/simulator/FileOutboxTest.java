package com.pulsesms.gateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.gateway.engine.Change;
import com.pulsesms.gateway.engine.Outbox;
import com.pulsesms.gateway.engine.OutboxContract;
import com.pulsesms.gateway.engine.OutboxFailed;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileOutboxTest implements OutboxContract {
    @TempDir
    Path folder;

    private final AtomicInteger deaths = new AtomicInteger();
    private Path current;

    @Override
    public Outbox outbox() {
        current = folder.resolve("outbox");
        return new FileOutbox(current.toFile());
    }

    /** What a killed process leaves behind: the bytes of its files. */
    @Override
    public Outbox afterDeath(Outbox outbox) {
        try {
            Path copy = Files.createDirectories(folder.resolve("copy-" + deaths.incrementAndGet()));
            Files.copy(current.resolve("outbox.journal"), copy.resolve("outbox.journal"));
            outbox.close();
            return new FileOutbox(copy.toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void ignoresALineThatADeathCutOff() throws IOException {
        try (Outbox outbox = outbox()) {
            outbox.write(new Change().setting("kept", "1"));
        }
        Files.write(journal(), "1234abcd {\"puts\":[".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);

        try (Outbox outbox = outbox()) {
            assertThat(outbox.setting("kept")).isEqualTo("1");
            outbox.write(new Change().setting("next", "2"));
        }

        try (Outbox outbox = outbox()) {
            assertThat(outbox.setting("next")).isEqualTo("2");
        }
    }

    @Test
    void refusesAJournalThatIsDamagedInItsMiddle() throws IOException {
        try (Outbox outbox = outbox()) {
            outbox.write(new Change().setting("a", "1"));
            outbox.write(new Change().setting("b", "2"));
        }
        String text = new String(Files.readAllBytes(journal()), StandardCharsets.UTF_8);
        Files.write(journal(), text.replaceFirst("\"a\"", "\"x\"").getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(this::outbox).isInstanceOf(OutboxFailed.class).hasMessageContaining("outbox");
    }

    @Test
    void belongsToOneProcessAtATime() {
        try (Outbox outbox = outbox()) {
            assertThat(outbox.counts().isEmpty()).isTrue();
            assertThatThrownBy(() -> new FileOutbox(current.toFile())).isInstanceOf(OutboxFailed.class);
        }
    }

    @Test
    void shrinksItsJournalWhenItIsOpenedAgain() {
        try (Outbox outbox = outbox()) {
            for (int i = 0; i < 100; i++) {
                outbox.write(new Change().setting("same", "value " + i));
            }
        }
        long before = journal().toFile().length();

        try (Outbox outbox = outbox()) {
            assertThat(outbox.setting("same")).isEqualTo("value 99");
        }

        assertThat(journal().toFile().length()).isLessThan(before / 10);
    }

    private Path journal() {
        return new File(folder.toFile(), "outbox/outbox.journal").toPath();
    }
}
