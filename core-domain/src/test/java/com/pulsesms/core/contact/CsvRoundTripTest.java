package com.pulsesms.core.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsvRoundTripTest {
    private record Person(String name, Optional<String> email, String city, String note) {}

    @Property(tries = 150)
    void bringsEveryContactBackFromItsExport(@ForAll("people") List<Person> people) {
        var from = new Workspace();
        for (var n = 0; n < people.size(); n++) {
            var person = people.get(n);
            var draft = new Contacts.Draft(
                    ContactFixtures.phone(n).e164(),
                    Optional.of(person.name()),
                    person.email(),
                    Map.of("city", person.city(), "note", person.note()));
            from.contacts.add(from.actor, from.list.id(), draft);
        }
        var to = new Workspace();

        var report = to.imported(from.exported(), ImportOptions.GUESSED);

        assertThat(report.imported()).isEqualTo(people.size());
        assertThat(report.problems()).isEmpty();
        assertThat(to.entries())
                .usingRecursiveComparison()
                .ignoringFields("id", "organization", "list")
                .isEqualTo(from.entries());
    }

    @Property
    void neverLetsACellBeginLikeAFormulaAndTakesTheGuardAwayAgain(@ForAll("texts") String text) {
        var guarded = CsvCell.guarded(text);

        assertThat(guarded.isEmpty() ? "" : guarded.substring(0, 1)).isNotIn("=", "+", "-", "@", "\t", "\r");
        assertThat(CsvCell.unguarded(guarded)).isEqualTo(text);
    }

    @Provide
    Arbitrary<List<Person>> people() {
        var emails = Arbitraries.of("ana@example.com", "o'neil+x@example.org").optional();
        return Combinators.combine(texts(), emails, texts(), texts())
                .as(Person::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    /** With what CSV, spreadsheets and encodings trip over. */
    @Provide
    Arbitrary<String> texts() {
        var pieces = Arbitraries.of(
                "=",
                "+",
                "-",
                "@",
                "'",
                "\"",
                "\"\"",
                ",",
                ";",
                "\t",
                "\n",
                "\r\n",
                " ",
                "\u00a0",
                "\ufeff",
                "sep=;",
                "Ana",
                "Žika",
                "中",
                "😀",
                "\\",
                "0641234567",
                "é",
                "#",
                "\u0000");
        var odd = pieces.list().ofMaxSize(6).map(list -> String.join("", list));
        return Arbitraries.oneOf(odd, Arbitraries.strings().ofMaxLength(20));
    }
}
