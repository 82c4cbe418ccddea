package com.pulsesms.core.memory;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Rows by key, in the order of their keys. What a failing transaction changed in it is undone. Rows must be immutable.
 *
 * @param <K> the key
 * @param <V> the row
 */
public final class Table<K, V> {
    private final MemoryDatabase database;
    private final TreeMap<K, V> rows;

    Table(MemoryDatabase database, Comparator<? super K> order) {
        this.database = database;
        this.rows = new TreeMap<>(order);
    }

    public Optional<V> find(K key) {
        return database.statement(() -> Optional.ofNullable(rows.get(key)));
    }

    public boolean contains(K key) {
        return database.statement(() -> rows.containsKey(key));
    }

    public int size() {
        return database.statement(rows::size);
    }

    /** @throws IllegalStateException if there is a row with this key */
    public void insert(K key, V row) {
        database.atomically(() -> {
            if (put(key, row).isPresent()) {
                throw new IllegalStateException("There is a row with the key " + key);
            }
        });
    }

    /** Inserts or replaces; returns what was replaced. */
    public Optional<V> put(K key, V row) {
        return database.statement(() -> {
            var old = rows.put(key, row);
            database.undoBy(() -> {
                if (old == null) {
                    rows.remove(key);
                } else {
                    rows.put(key, old);
                }
            });
            return Optional.ofNullable(old);
        });
    }

    /** Returns what was removed. */
    public Optional<V> remove(K key) {
        return database.statement(() -> {
            var old = rows.remove(key);
            if (old != null) {
                database.undoBy(() -> rows.put(key, old));
            }
            return Optional.ofNullable(old);
        });
    }

    /**
     * The rows in order. They must be walked over within {@link MemoryDatabase#atomically(Supplier)}, and the table not
     * changed meanwhile: collect first, then change.
     */
    public Stream<V> rows() {
        database.requireTransaction();
        return rows.values().stream();
    }

    /** The rows in order from {@code first}, inclusive; as {@link #rows()}. */
    public Stream<V> from(K first) {
        database.requireTransaction();
        return lazily(rows.tailMap(first, true));
    }

    /** The rows in order behind {@code key}; as {@link #rows()}. */
    public Stream<V> after(K key) {
        database.requireTransaction();
        return lazily(rows.tailMap(key, false));
    }

    /** The rows in reverse order; as {@link #rows()}. */
    public Stream<V> reversed() {
        database.requireTransaction();
        return rows.descendingMap().values().stream();
    }

    /** The rows in reverse order from before {@code key}; as {@link #rows()}. */
    public Stream<V> before(K key) {
        database.requireTransaction();
        return lazily(rows.headMap(key, false).descendingMap());
    }

    /** A part of a map counts itself by walking over all of it, which a stream of its values would ask for. */
    private static <V> Stream<V> lazily(Map<?, V> part) {
        var walk = Spliterators.spliteratorUnknownSize(part.values().iterator(), Spliterator.ORDERED);
        return StreamSupport.stream(walk, false);
    }
}
