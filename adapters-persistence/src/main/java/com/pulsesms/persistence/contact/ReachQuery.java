package com.pulsesms.persistence.contact;

import com.pulsesms.core.contact.Reach;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.VariableName;
import com.pulsesms.persistence.Columns;
import com.pulsesms.persistence.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts in one query whom a campaign would write to. */
final class ReachQuery {
    private final OrganizationId organization;
    private final List<ContactListId> lists;
    private final List<String> variables;

    ReachQuery(OrganizationId organization, List<ContactListId> lists, TreeSet<String> variables) {
        this.organization = organization;
        this.lists = lists.stream().distinct().toList();
        this.variables = List.copyOf(variables);
    }

    Reach run(Sql sql) {
        var values = new ArrayList<Object>();
        for (var variable : variables) {
            if (!VariableName.BUILT_IN.contains(variable)) {
                values.add(key(variable));
            }
        }
        values.add(lists.stream().map(ContactListId::value).toList());
        values.add(organization.value());
        return sql.one(text(), this::reach, values.toArray());
    }

    private String text() {
        var counts = new StringBuilder("select count(*) as contacts, " + first("") + " as numbers, "
                + first(" and out_id is not null") + " as opted_out");
        var flags = new StringBuilder();
        for (var n = 0; n < variables.size(); n++) {
            flags.append(", ")
                    .append(missing(variables.get(n)))
                    .append(" as missing_")
                    .append(n);
            counts.append(", ")
                    .append(first(" and out_id is null and missing_" + n))
                    .append(" as count_")
                    .append(n);
        }
        return counts + " from (select " + place() + " as place, o.id as out_id" + flags
                + " from unnest(?) with ordinality as l(id, chosen)"
                + " join contact c on c.list_id = l.id and c.organization_id = ?"
                + JpaOptOutStore.optOutOf("c") + ") as contacts";
    }

    private static String first(String condition) {
        return "count(case when place = 1" + condition + " then 1 end)";
    }

    /** On one list each number is once. */
    private String place() {
        return lists.size() > 1 ? "row_number() over (partition by c.phone order by l.chosen)" : "1";
    }

    private static String missing(String variable) {
        return switch (variable) {
            case VariableName.NAME -> "(c.name is null)";
            case VariableName.EMAIL -> "(c.email is null)";
            case VariableName.PHONE -> "false";
            default -> "(position(cast(? as varchar) in c.attributes) = 0)";
        };
    }

    /** How an attribute's name stands in its JSON, and no value can: there each quotation mark has a backslash before it. */
    private static String key(String variable) {
        return "\"" + variable + "\":";
    }

    private Reach reach(Columns row) throws SQLException {
        var missing = new TreeMap<String, Long>();
        for (var n = 0; n < variables.size(); n++) {
            missing.put(variables.get(n), row.count("count_" + n));
        }
        var numbers = row.count("numbers");
        var optedOut = row.count("opted_out");
        return new Reach(numbers - optedOut, row.count("contacts") - numbers, optedOut, missing);
    }
}
