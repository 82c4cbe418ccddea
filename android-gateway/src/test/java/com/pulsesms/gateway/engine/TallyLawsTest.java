package com.pulsesms.gateway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TallyLawsTest {
    @Property(tries = 300)
    void endsTheSameHoweverItsNewsIsOrderedAndRepeated(
            @ForAll @IntRange(min = 1, max = 10) int parts, @ForAll long seed) {
        Random random = new Random(seed);
        List<int[]> news = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            news.add(new int[] {part, Tally.SENT});
            news.add(new int[] {part, random.nextBoolean() ? Tally.DELIVERED : Tally.SENT});
        }
        Tally inOrder = fold(news);
        news.addAll(new ArrayList<>(news));
        Collections.shuffle(news, random);

        assertThat(fold(news)).isEqualTo(inOrder);
    }

    private static Tally fold(List<int[]> news) {
        Tally tally = Tally.ofParts(news.stream().mapToInt(n -> n[0]).max().orElse(0) + 1);
        for (int[] each : news) {
            tally = tally.with(each[0], (char) each[1]);
        }
        return tally;
    }

    @Example
    void decidesOnlyWhenEveryPartHasAResult() {
        assertThat(Tally.parse("s-").status()).isNull();
        assertThat(Tally.parse("ss").status()).isEqualTo(Status.SENT);
        assertThat(Tally.parse("sd").status()).isEqualTo(Status.SENT);
        assertThat(Tally.parse("dd").status()).isEqualTo(Status.DELIVERED);
        assertThat(Tally.parse("du").status()).isEqualTo(Status.UNDELIVERED);
        assertThat(Tally.parse("sf").status()).isEqualTo(Status.FAILED);
        assertThat(Tally.parse("df").left()).isEqualTo(1);
    }

    @Example
    void aStatusIsReplacedOnlyByAHigherOne() {
        assertThat(Status.DELIVERED.raises(Status.SENT)).isTrue();
        assertThat(Status.SENT.raises(Status.DELIVERED)).isFalse();
        assertThat(Status.DELIVERED.raises(Status.FAILED)).isFalse();
        assertThat(Status.FAILED.raises(Status.UNKNOWN)).isTrue();
        assertThat(Status.SENT.raises(Status.RETURNED)).isFalse();
    }
}
