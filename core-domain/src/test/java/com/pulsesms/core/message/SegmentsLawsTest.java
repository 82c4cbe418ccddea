package com.pulsesms.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

class SegmentsLawsTest {
    @Property
    void countsAnyTextOfOneOrMoreParts(@ForAll @StringLength(max = 800) String text) {
        var segments = Segments.of(text);

        assertThat(segments.parts()).isPositive();
        assertThat(segments.unitsLeft()).isNotNegative();
        assertThat(segments.forcedBy().isPresent()).isEqualTo(segments.encoding() == Segments.Encoding.UCS_2);
    }

    @Property
    void holdsAllUnitsAndLosesLessThanACharacterPerPart(@ForAll("texts") String text) {
        var segments = Segments.of(text);

        var room = segments.parts() == 1
                ? segments.encoding() == Segments.Encoding.UCS_2 ? 70 : 160
                : segments.parts() * (segments.encoding() == Segments.Encoding.UCS_2 ? 67 : 153);
        var lost = room - segments.unitsUsed() - segments.unitsLeft();
        assertThat(lost).isBetween(0, segments.parts() - 1);
    }

    @Property
    void neverTakesFewerPartsForALongerText(@ForAll("texts") String text, @ForAll("texts") String more) {
        assertThat(Segments.of(text + more).parts())
                .isGreaterThanOrEqualTo(Segments.of(text).parts());
    }

    /** Characters of one and two septets, and of one and two units. */
    @Provide
    Arbitrary<String> texts() {
        var gsm = Arbitraries.of("a", "é", "€", "[", "Ω");
        var any = Arbitraries.of("a", "€", "ж", "😀", "中");
        return Arbitraries.oneOf(
                gsm.list().ofMaxSize(700).map(list -> String.join("", list)),
                any.list().ofMaxSize(400).map(list -> String.join("", list)));
    }
}
