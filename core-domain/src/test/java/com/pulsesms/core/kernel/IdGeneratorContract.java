package com.pulsesms.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.memory.MemoryDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link IdGenerator} keeps. */
public interface IdGeneratorContract {
    IdGenerator ids();

    @Test
    default void makesIdsThatSortByTheTimeTheyWereMade() {
        var made = made(20_000);

        assertThat(made).isSortedAccordingTo(MemoryDatabase::compare);
    }

    @Test
    default void neverMakesAnIdTwiceEvenOnSeveralThreads() {
        var made = AtOnce.call(4, n -> made(5_000)).stream().flatMap(List::stream);

        assertThat(made).doesNotHaveDuplicates();
    }

    private List<UUID> made(int count) {
        var made = new ArrayList<UUID>();
        for (var n = 0; n < count; n++) {
            made.add(ids().next());
        }
        return made;
    }
}
