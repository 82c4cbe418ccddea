package com.pulsesms.core.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CsvTextLawsTest {
    @Property
    void readsEachTextOfUtf8AsItIsHoweverItArrives(
            @ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 7) int atOnce) throws IOException {
        var reader = new LenientUtf8Reader(new Dripping(text.getBytes(StandardCharsets.UTF_8), atOnce));

        assertThat(read(reader)).isEqualTo(text);
        assertThat(reader.charset()).isEqualTo(StandardCharsets.UTF_8);
    }

    @Property
    void readsEveryByteOfAnyFileOnceAndEnds(@ForAll byte[] file, @ForAll @IntRange(min = 1, max = 7) int atOnce)
            throws IOException {
        var text = read(new LenientUtf8Reader(new Dripping(file, atOnce)));

        assertThat(text.length()).isBetween(file.length / 4, file.length);
    }

    @Property
    void knowsWhichNumbersItHasSeen(@ForAll List<@IntRange(max = 3000) Integer> numbers) {
        var seen = new SeenNumbers();
        var expected = new HashSet<Integer>();

        for (var number : numbers) {
            assertThat(seen.add(ContactFixtures.phone(number))).isEqualTo(expected.add(number));
        }
    }

    private static String read(LenientUtf8Reader reader) throws IOException {
        var text = new StringWriter();
        reader.transferTo(text);
        return text.toString();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "ž", "ё", "中", "😀", ",", "\n")
                .list()
                .ofMaxSize(6000)
                .map(list -> String.join("", list));
    }

    /** Gives a few bytes at a time, as a network may. */
    private static final class Dripping extends InputStream {
        private final ByteArrayInputStream bytes;
        private final int atOnce;

        private Dripping(byte[] bytes, int atOnce) {
            this.bytes = new ByteArrayInputStream(bytes);
            this.atOnce = atOnce;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, Math.min(length, atOnce));
        }
    }
}
