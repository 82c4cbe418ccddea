package com.pulsesms.core.memory;

import com.pulsesms.core.device.PairingCode;
import com.pulsesms.core.device.PairingCodeStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** Pairing codes in a {@link MemoryDatabase}. */
public final class MemoryPairingCodeStore implements PairingCodeStore {
    private final MemoryDatabase database;
    private final Table<String, PairingCode> codes;

    public MemoryPairingCodeStore(MemoryDatabase database) {
        this.database = database;
        this.codes = database.table(Comparator.naturalOrder());
    }

    @Override
    public void insert(PairingCode code) {
        codes.insert(code.hash(), code);
    }

    @Override
    public Optional<PairingCode> lock(String hash) {
        return codes.find(hash);
    }

    @Override
    public void use(PairingCode used) {
        codes.put(used.hash(), used);
    }

    @Override
    public void forgetExpired(Instant time) {
        database.atomically(() -> {
            var expired =
                    codes.rows().filter(code -> code.expiresAt().isBefore(time)).toList();
            expired.forEach(code -> codes.remove(code.hash()));
        });
    }
}
