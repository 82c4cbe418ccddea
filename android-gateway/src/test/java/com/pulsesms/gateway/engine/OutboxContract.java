package com.pulsesms.gateway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every outbox keeps. */
public interface OutboxContract {
    Moment NOW = new Moment(1_700_000_000_000L, 5_000, "boot");

    /** An empty outbox. */
    Outbox outbox();

    /** The same outbox as the next process finds it, without the former one having been closed. */
    Outbox afterDeath(Outbox outbox);

    static Entry entry(String id, int claim, long order) {
        return Entry.arrived(new Message(new Claim(id, claim), "+381641234567", "Hi č€", null, null, true), order, NOW);
    }

    static List<String> ids(List<Entry> entries) {
        return entries.stream().map(entry -> entry.claim().messageId()).collect(Collectors.toList());
    }

    @Test
    default void isEmptyAtFirst() {
        try (Outbox outbox = outbox()) {
            assertThat(outbox.find(new Claim("a", 1))).isNull();
            assertThat(outbox.counts().isEmpty()).isTrue();
            assertThat(outbox.highestNumber()).isZero();
            assertThat(outbox.setting("pace")).isNull();
            assertThat(outbox.departures()).isEmpty();
            assertThat(outbox.latest(5)).isEmpty();
        }
    }

    @Test
    default void findsEverythingAgainAfterADeath() {
        Departure departure = new Departure(NOW.plus(20), 3, 2);
        Message message = new Message(new Claim("a", 7), "+381641234567", "Zdravo, \"svete\"\n😀", 2, 90L, true, false);
        Entry full = Entry.arrived(message, 4, NOW)
                .accepted()
                .sending(departure)
                .tallied(Tally.parse("sf-"))
                .waitingAgain(NOW.plus(1000), true)
                .sending(departure)
                .tallied(Tally.parse("sdu"))
                .reporting(new Report(12, Status.UNDELIVERED, 1_700_000_000_321L, 3, "TP_STATUS_70"));
        Outbox outbox = outbox();
        outbox.write(new Change().put(full).setting("pace", "{}").departed(departure));

        try (Outbox next = afterDeath(outbox)) {
            assertThat(EntryJson.of(next.find(new Claim("a", 7)))).isEqualTo(EntryJson.of(full));
            assertThat(next.find(new Claim("a", 7))).usingRecursiveComparison().isEqualTo(full);
            assertThat(next.setting("pace")).isEqualTo("{}");
            assertThat(next.departures()).usingRecursiveComparison().isEqualTo(List.of(departure));
            assertThat(next.highestNumber()).isEqualTo(12);
        }
    }

    @Test
    default void tellsClaimsOfOneMessageApart() {
        try (Outbox outbox = outbox()) {
            outbox.write(
                    new Change().put(entry("a", 1, 1)).put(entry("a", 2, 2)).put(entry("b", 1, 3)));

            outbox.write(new Change().delete(new Claim("a", 1)));

            assertThat(outbox.find(new Claim("a", 1))).isNull();
            assertThat(outbox.find(new Claim("a", 2))).isNotNull();
            assertThat(outbox.ofMessage("a")).extracting(Entry::claim).containsExactly(new Claim("a", 2));
        }
    }

    @Test
    default void replacesAnEntryAndMovesItBetweenStates() {
        try (Outbox outbox = outbox()) {
            outbox.write(new Change().put(entry("a", 1, 1)).put(entry("b", 1, 2)));
            outbox.write(new Change().put(outbox.find(new Claim("a", 1)).accepted()));

            assertThat(ids(outbox.inState(EntryState.CLAIMED, 10))).containsExactly("b");
            assertThat(ids(outbox.inState(EntryState.ACCEPTED, 10))).containsExactly("a");
            assertThat(outbox.counts().claimed()).isEqualTo(1);
            assertThat(outbox.counts().accepted()).isEqualTo(1);
        }
    }

    @Test
    default void listsInOrderOfArrivalUpToTheLimit() {
        try (Outbox outbox = outbox()) {
            outbox.write(
                    new Change().put(entry("c", 1, 30)).put(entry("a", 1, 10)).put(entry("b", 1, 20)));

            assertThat(ids(outbox.inState(EntryState.CLAIMED, 2))).containsExactly("a", "b");
            assertThat(ids(outbox.latest(2))).containsExactly("c", "b");
        }
    }

    @Test
    default void listsReportsBySeqAndForgetsThemWhenTaken() {
        try (Outbox outbox = outbox()) {
            Entry later = entry("a", 1, 1).reporting(new Report(9, Status.RETURNED, 5, 0, "CANCELED"));
            Entry sooner = entry("b", 1, 2).reporting(new Report(8, Status.EXPIRED, 5, 0, null));
            outbox.write(new Change().put(later).put(sooner));

            assertThat(ids(outbox.withReport(10))).containsExactly("b", "a");
            assertThat(ids(outbox.withReport(1))).containsExactly("b");
            outbox.write(new Change().put(sooner.reported()));

            assertThat(ids(outbox.withReport(10))).containsExactly("a");
            assertThat(outbox.counts().reports()).isEqualTo(1);
            assertThat(outbox.find(new Claim("b", 1)).status()).isEqualTo(Status.EXPIRED);
        }
    }

    @Test
    default void neverLowersItsHighestNumber() {
        Outbox outbox = outbox();
        outbox.write(new Change().put(entry("a", 1, 40)));
        outbox.write(new Change().delete(new Claim("a", 1)));

        try (Outbox next = afterDeath(outbox)) {
            assertThat(next.highestNumber()).isEqualTo(40);
        }
    }

    @Test
    default void forgetsOldDeparturesAndKeepsYoungOnes() {
        try (Outbox outbox = outbox()) {
            outbox.write(new Change().departed(new Departure(NOW, 1, 1)).departed(new Departure(NOW.plus(10), 2, 1)));

            outbox.write(new Change().forgetDeparturesBefore(NOW.plus(5).wallMillis()));

            assertThat(outbox.departures()).extracting(Departure::parts).containsExactly(2);
        }
    }

    @Test
    default void forgetsOldEntriesOnlyWhenNothingOfThemIsOpen() {
        try (Outbox outbox = outbox()) {
            Report report = new Report(9, Status.SENT, 5, 1, null);
            outbox.write(new Change()
                    .put(entry("open", 1, 1).accepted())
                    .put(entry("unreported", 1, 2).reporting(report))
                    .put(entry("closed", 1, 3).reporting(report.withSeq(10)).reported()));

            outbox.write(new Change().forgetClosedBefore(NOW.plus(1).wallMillis()));

            assertThat(ids(outbox.latest(10))).containsExactly("unreported", "open");
        }
    }
}
