package com.pulsesms.core.message;

import static com.pulsesms.core.message.Segments.Encoding.GSM_7BIT;
import static com.pulsesms.core.message.Segments.Encoding.UCS_2;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentsTest {
    @ParameterizedTest
    @CsvSource({"1, 1, 159", "160, 1, 0", "161, 2, 145", "306, 2, 0", "307, 3, 152", "1530, 10, 0", "1531, 11, 152"})
    void holds160SeptetsInOnePartAnd153InEachOfSeveral(int length, int parts, int left) {
        assertThat(Segments.of("a".repeat(length)))
                .isEqualTo(new Segments(GSM_7BIT, parts, length, left, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 69", "70, 1, 0", "71, 2, 63", "134, 2, 0", "135, 3, 66", "670, 10, 0", "671, 11, 66"})
    void holds70UnitsInOnePartAnd67InEachOfSeveral(int length, int parts, int left) {
        assertThat(Segments.of("ж".repeat(length)))
                .isEqualTo(new Segments(UCS_2, parts, length, left, Optional.of("ж")));
    }

    @Test
    void isOnePartWhenEmpty() {
        assertThat(Segments.of("")).isEqualTo(new Segments(GSM_7BIT, 1, 0, 160, Optional.empty()));
    }

    @Test
    void countsTheWholeDefaultAlphabetAsOneSeptetEach() {
        var alphabet = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

        assertThat(alphabet).hasSize(127);
        assertThat(Segments.of(alphabet)).isEqualTo(new Segments(GSM_7BIT, 1, 127, 33, Optional.empty()));
    }

    @Test
    void countsTheExtensionTableAsTwoSeptetsEach() {
        assertThat(Segments.of("\f^{}\\[~]|€")).isEqualTo(new Segments(GSM_7BIT, 1, 20, 140, Optional.empty()));
    }

    @Test
    void neverPartsAnEscapePair() {
        var euroOnTheEdge = "a".repeat(152) + "€" + "a".repeat(10);

        assertThat(Segments.of(euroOnTheEdge)).isEqualTo(new Segments(GSM_7BIT, 2, 164, 141, Optional.empty()));
    }

    @Test
    void takesOnePartMoreWhenTheEscapePairsDoNotFitTheSum() {
        var text = ("a".repeat(152) + "€").repeat(2);

        assertThat(Segments.of(text).unitsUsed()).isEqualTo(2 * 154);
        assertThat(Segments.of("€".repeat(153)).parts()).isEqualTo(3);
    }

    @Test
    void namesTheFirstCharacterThatForcedUcs2() {
        assertThat(Segments.of("Ćao, “Ana”").forcedBy()).contains("Ć");
        assertThat(Segments.of("Hi 😀").forcedBy()).contains("😀");
        assertThat(Segments.of("façade").forcedBy()).contains("ç");
    }

    @Test
    void neverPartsASurrogatePair() {
        var emojiOnTheEdge = "ж".repeat(66) + "😀" + "ж".repeat(66);

        assertThat(Segments.of(emojiOnTheEdge)).isEqualTo(new Segments(UCS_2, 3, 134, 66, Optional.of("ж")));
    }

    @Test
    void neverPartsAFlagNorAJoinedFamily() {
        var flag = "🇷🇸";
        var family = "👨‍👩‍👧";

        assertThat(Segments.of("ж".repeat(65) + flag + "ж".repeat(65)).parts()).isEqualTo(3);
        assertThat(Segments.of("ж".repeat(60) + family + "ж".repeat(62)).parts())
                .isEqualTo(3);
    }

    @Test
    void cutsWhatIsLongerThanAPart() {
        var stacked = "e" + "\u0301".repeat(100);

        assertThat(Segments.of(stacked)).isEqualTo(new Segments(UCS_2, 2, 101, 33, Optional.of("\u0301")));
    }

    @Test
    void cutsWhatIsLongerThanAPartBetweenSurrogatePairs() {
        var stacked = "e\u0301" + "\ud834\udd65".repeat(50);

        assertThat(Segments.of(stacked)).isEqualTo(new Segments(UCS_2, 2, 102, 31, Optional.of("\u0301")));
    }
}
