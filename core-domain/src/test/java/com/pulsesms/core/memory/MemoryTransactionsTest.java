package com.pulsesms.core.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.kernel.Transactions;
import com.pulsesms.core.kernel.TransactionsContract;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MemoryTransactionsTest implements TransactionsContract {
    private final MemoryDatabase database = new MemoryDatabase();
    private final Transactions transactions = new MemoryTransactions(database);
    private final Table<String, String> words = database.table(Comparator.naturalOrder());

    @Override
    public Transactions transactions() {
        return transactions;
    }

    @Override
    public void store(String word) {
        words.insert(word, word);
    }

    @Override
    public Set<String> stored() {
        return database.atomically(() -> words.rows().collect(Collectors.toSet()));
    }

    @Test
    void letsOnlyOneThreadAtATimeIn() throws InterruptedException {
        Table<String, Integer> counters = database.table(Comparator.naturalOrder());
        var threads = Executors.newFixedThreadPool(8);

        for (var i = 0; i < 4000; i++) {
            threads.execute(() ->
                    transactions.run(() -> counters.put("n", counters.find("n").orElse(0) + 1)));
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

        assertThat(counters.find("n")).contains(4000);
    }

    @Test
    void undoesOnlyTheFailingPartWhenAStatementOfAStoreFails() {
        transactions.run(() -> {
            store("kept");
            assertThatThrownBy(() -> database.atomically(() -> {
                        store("part");
                        store("kept");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        });

        assertThat(stored()).containsExactly("kept");
    }

    @Test
    void refusesToWalkOverRowsThatOthersMayChange() {
        assertThatThrownBy(words::rows).isInstanceOf(IllegalStateException.class);
    }
}
