package com.pulsesms.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.eclipsesource.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a campaign came to: the server's messages beside what really left the phones' radios. */
record Outcome(JsonObject campaign, List<JsonObject> messages, List<JsonObject> left) {
    private static final Set<String> ENDS = Set.of("SENT", "DELIVERED", "FAILED", "UNKNOWN");

    static Outcome of(Tenant tenant, String campaign, List<PhoneProcess> phones) throws Exception {
        return new Outcome(
                tenant.campaign(campaign),
                tenant.messagesOf(campaign),
                phones.stream().flatMap(phone -> phone.left().stream()).toList());
    }

    /** How often each message left a radio, by its id. */
    Map<String, Long> departures() {
        return left.stream().collect(Collectors.groupingBy(line -> line.getString("id", ""), Collectors.counting()));
    }

    Map<String, Long> byStatus() {
        return messages.stream()
                .collect(Collectors.groupingBy(m -> m.getString("status", ""), TreeMap::new, Collectors.counting()));
    }

    void hasSentNothingTwice() {
        var twice = left.stream()
                .collect(Collectors.groupingBy(line -> line.getString("id", ""), TreeMap::new, Collectors.toList()));
        twice.values().removeIf(departures -> departures.size() == 1);
        assertThat(twice).as("messages that left more than once, and how").isEmpty();
        // One contact is one number: no number got two texts under two ids either.
        assertThat(left).extracting(line -> line.getString("to", "")).doesNotHaveDuplicates();
    }

    void hasLostNothing(int contacts) {
        assertThat(messages).hasSize(contacts);
        assertThat(byStatus().keySet()).isSubsetOf(ENDS);
        var departed = departures().keySet();
        assertThat(messages)
                .filteredOn(m -> m.getString("status", "").equals("DELIVERED"))
                .allSatisfy(m -> assertThat(departed).contains(m.getString("id", "")));
        assertThat(messages)
                .filteredOn(m -> departed.contains(m.getString("id", "")))
                .allSatisfy(m -> assertThat(m.getString("status", "")).isNotEqualTo("FAILED"));
    }

    /** Whether the shown counters are those of the rows. */
    void countsWhatIsThere() {
        var counts = campaign.get("counts").asObject();
        assertThat(counts.getLong("total", -1)).isEqualTo(messages.size());
        assertThat(counts.getLong("queued", -1)).isZero();
        assertThat(counts.getLong("delivered", -1)).isEqualTo(byStatus().getOrDefault("DELIVERED", 0L));
        assertThat(counts.getLong("unknown", -1)).isEqualTo(byStatus().getOrDefault("UNKNOWN", 0L));
    }

    /** UNKNOWN is for what a phone had marked and lost the result of, and for nothing else. */
    void isUnknownOnlyWhereAPhoneDied() {
        assertThat(messages)
                .filteredOn(m -> m.getString("status", "").equals("UNKNOWN"))
                .allSatisfy(m -> assertThat(m.get("failure").asObject().getString("code", ""))
                        .isEqualTo("DIED_WHILE_SENDING"));
    }
}
