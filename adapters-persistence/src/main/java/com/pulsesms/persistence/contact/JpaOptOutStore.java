package com.pulsesms.persistence.contact;

import com.pulsesms.core.contact.OptOut;
import com.pulsesms.core.contact.OptOutStore;
import com.pulsesms.core.kernel.OptOutId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.PhoneNumber;
import com.pulsesms.persistence.JpaTransactions;
import com.pulsesms.persistence.Pages;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Opt-outs in the database. */
public final class JpaOptOutStore implements OptOutStore {
    private static final String INSERT = "insert into opt_out (id, organization_id, phone, reason, opted_out_at)"
            + " values (?, ?, ?, ?, ?) on conflict do nothing";

    private final JpaTransactions transactions;

    public JpaOptOutStore(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    /** The join by which each message of {@code message} finds its recipient's opt-out, if there is one. */
    public static String optOutOf(String message) {
        return " left join opt_out o on o.organization_id = " + message + ".organization_id and o.phone = " + message
                + ".phone";
    }

    @Override
    public int add(OrganizationId organization, Collection<OptOut> optOuts) {
        // In the order of numbers, so that two that add the same ones wait for each other in one direction only.
        var rows = optOuts.stream()
                .sorted(Comparator.comparing(optOut -> optOut.phone().e164()))
                .map(optOut -> new Object[] {
                    optOut.id().value(), organization.value(), optOut.phone().e164(), optOut.reason(), optOut.at()
                })
                .toList();
        var ids = optOuts.stream().map(optOut -> optOut.id().value()).toList();
        return transactions.sql(sql -> {
            sql.batch(INSERT, rows);
            // PostgreSQL's driver, which sends a batch as one statement, does not tell what became of each row.
            return sql.one("select count(*) as added from opt_out where id = any(?)", row -> row.number("added"), ids);
        });
    }

    @Override
    public boolean delete(OrganizationId organization, OptOutId id) {
        return transactions.sql(sql -> sql.update(
                        "delete from opt_out where organization_id = ? and id = ?", organization.value(), id.value()))
                > 0;
    }

    @Override
    public Optional<OptOut> find(OrganizationId organization, OptOutId id) {
        return transactions.rows(rows -> Optional.ofNullable(rows.find(OptOutRow.class, id.value()))
                .filter(row -> row.organization.equals(organization.value()))
                .map(OptOutRow::toOptOut));
    }

    @Override
    public Map<PhoneNumber, OptOut> of(OrganizationId organization, Set<PhoneNumber> phones) {
        if (phones.isEmpty()) {
            return Map.of();
        }
        return transactions.rows(rows -> rows.createQuery(
                        "select o from OptOutRow o where o.organization = :organization and o.phone in :phones",
                        OptOutRow.class)
                .setParameter("organization", organization.value())
                .setParameter("phones", phones.stream().map(PhoneNumber::e164).toList())
                .getResultStream()
                .map(OptOutRow::toOptOut)
                .collect(Collectors.toMap(OptOut::phone, Function.identity())));
    }

    @Override
    public Page<OptOut> page(OrganizationId organization, PageRequest request) {
        return transactions.rows(rows -> {
            var query = rows.createQuery(
                            "select o from OptOutRow o where o.organization = :organization and o.id < :before"
                                    + " order by o.organization, o.id desc",
                            OptOutRow.class)
                    .setParameter("organization", organization.value());
            return Pages.newestFirst(
                    query, request, OptOutRow::toOptOut, optOut -> optOut.id().value());
        });
    }
}
