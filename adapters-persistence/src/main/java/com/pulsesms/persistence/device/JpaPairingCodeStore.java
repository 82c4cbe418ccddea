package com.pulsesms.persistence.device;

import com.pulsesms.core.device.PairingCode;
import com.pulsesms.core.device.PairingCodeStore;
import com.pulsesms.persistence.JpaTransactions;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;

/** Pairing codes in the database. */
public final class JpaPairingCodeStore implements PairingCodeStore {
    private final JpaTransactions transactions;

    public JpaPairingCodeStore(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void insert(PairingCode code) {
        transactions.changeRows(rows -> rows.persist(PairingCodeRow.of(code)));
    }

    @Override
    public Optional<PairingCode> lock(String hash) {
        return transactions.rows(
                rows -> Optional.ofNullable(rows.find(PairingCodeRow.class, hash, LockModeType.PESSIMISTIC_WRITE))
                        .map(PairingCodeRow::toPairingCode));
    }

    @Override
    public void use(PairingCode used) {
        transactions.sql(
                sql -> sql.update("update pairing_code set used_by = ? where hash = ?", used.usedBy(), used.hash()));
    }

    @Override
    public void forgetExpired(Instant time) {
        transactions.sql(sql -> sql.update("delete from pairing_code where expires_at < ?", time));
    }
}
