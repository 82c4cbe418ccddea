package com.pulsesms.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link Transactions} keeps. */
public interface TransactionsContract {
    Transactions transactions();

    /** Stores a word, within the current transaction if there is one. */
    void store(String word);

    /** All words that are stored. */
    Set<String> stored();

    @Test
    default void keepsWhatWasStoredAndAnswersTheResult() {
        var result = transactions().call(() -> {
            store("a");
            store("b");
            return 2;
        });

        assertThat(result).isEqualTo(2);
        assertThat(stored()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    default void undoesEverythingWhenTheWorkIsRefused() {
        transactions().run(() -> store("kept"));

        assertThatThrownBy(() -> transactions().run(() -> {
                    store("lost");
                    throw new Refusal.NotFound("Nothing here");
                }))
                .isInstanceOf(Refusal.NotFound.class)
                .hasMessage("Nothing here");

        assertThat(stored()).containsExactly("kept");
    }

    @Test
    default void undoesEverythingWhenTheWorkBreaks() {
        assertThatThrownBy(() -> transactions().run(() -> {
                    store("lost");
                    throw new ArithmeticException("A bug");
                }))
                .isInstanceOf(ArithmeticException.class);

        assertThat(stored()).isEmpty();
    }

    @Test
    default void undoesAnInnerCallWithTheOuterOne() {
        assertThatThrownBy(() -> transactions().run(() -> {
                    transactions().run(() -> store("inner"));
                    throw new Refusal.NotFound("The outer one is refused");
                }))
                .isInstanceOf(Refusal.NotFound.class);

        assertThat(stored()).isEmpty();
    }

    @Test
    default void undoesTheOuterCallWithAnInnerOneEvenIfTheRefusalIsCaught() {
        assertThatThrownBy(() -> transactions().run(() -> {
                    store("outer");
                    assertThatThrownBy(() -> transactions().run(() -> {
                                throw new Refusal.NotFound("The inner one is refused");
                            }))
                            .isInstanceOf(Refusal.NotFound.class);
                }))
                .isInstanceOf(RuntimeException.class);

        assertThat(stored()).isEmpty();
    }

    @Test
    default void seesItsOwnWritesInAnInnerCall() {
        var seen = transactions().call(() -> {
            store("a");
            return transactions().call(this::stored);
        });

        assertThat(seen).containsExactly("a");
    }

    @Test
    default void runsActionsInOrderOnceTheOutermostCallIsCommitted() {
        var ran = new ArrayList<String>();

        transactions().run(() -> {
            transactions().run(() -> {
                store("a");
                transactions().afterCommit(() -> ran.add("first"));
            });
            transactions().afterCommit(() -> ran.add("second, sees " + stored()));
            ran.add("work");
        });

        assertThat(ran).containsExactly("work", "first", "second, sees [a]");
    }

    @Test
    default void forgetsActionsOfAnUndoneTransaction() {
        var ran = new ArrayList<String>();

        assertThatThrownBy(() -> transactions().run(() -> {
                    transactions().afterCommit(() -> ran.add("action"));
                    throw new Refusal.NotFound("Refused");
                }))
                .isInstanceOf(Refusal.NotFound.class);
        transactions().run(() -> store("a"));

        assertThat(ran).isEmpty();
    }

    @Test
    default void runsAnActionAtOnceWhenThereIsNoTransaction() {
        var ran = new ArrayList<String>();

        transactions().afterCommit(() -> ran.add("action"));

        assertThat(ran).containsExactly("action");
    }

    @Test
    default void standsByTheCommitWhenAnActionFails() {
        var ran = new ArrayList<String>();

        transactions().run(() -> {
            store("a");
            transactions().afterCommit(() -> {
                throw new IllegalStateException("This failure is part of the test");
            });
            transactions().afterCommit(() -> ran.add("next"));
        });

        assertThat(stored()).containsExactly("a");
        assertThat(ran).containsExactly("next");
    }

    @Test
    default void givesAnActionTransactionsOfItsOwn() {
        transactions().run(() -> {
            store("a");
            transactions().afterCommit(() -> transactions().run(() -> store("b")));
            transactions()
                    .afterCommit(() -> transactions().run(() -> {
                        store("c");
                        throw new IllegalStateException("This failure is part of the test");
                    }));
        });

        assertThat(stored()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    default void showsNothingHalfDoneToOthers() throws InterruptedException {
        var seen = new ArrayList<Set<String>>();
        var other = new Thread(() -> {
            for (var look = 0; look < 50; look++) {
                seen.add(transactions().call(this::stored));
            }
        });

        other.start();
        for (var word : List.of("a", "c", "e", "g", "i")) {
            transactions().run(() -> {
                store(word);
                store(word + "'");
            });
        }
        other.join();

        assertThat(seen)
                .hasSize(50)
                .allSatisfy(words -> assertThat(words.size() % 2).isZero());
    }
}
