package com.pulsesms.core.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class TableTest {
    @Property
    void isAsBeforeWhateverAFailingTransactionDid(@ForAll Set<Byte> before, @ForAll byte[] changes) {
        var database = new MemoryDatabase();
        Table<Byte, Integer> table = database.table(Comparator.naturalOrder());
        before.forEach(key -> table.insert(key, key * 1000));
        var expected = new TreeMap<Byte, Integer>();
        before.forEach(key -> expected.put(key, key * 1000));

        assertThatThrownBy(() -> database.atomically(() -> {
                    for (var change : changes) {
                        var key = (byte) (change >> 1);
                        if ((change & 1) == 0) {
                            table.remove(key);
                        } else {
                            table.put(key, (int) change);
                        }
                    }
                    throw new ArithmeticException("Fails");
                }))
                .isInstanceOf(ArithmeticException.class);

        assertThat(database.atomically(() -> table.rows().toList())).containsExactlyElementsOf(expected.values());
        assertThat(expected.keySet()).allMatch(table::contains);
    }
}
