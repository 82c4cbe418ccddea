package com.pulsesms.core.contact;

import com.pulsesms.core.contact.HeaderWords.Kind;
import com.pulsesms.core.kernel.FieldError;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.VariableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Understands the columns of a file: by what a person said, then by their headers, then by what stands in the first rows.
 */
final class ColumnGuess {
    /** The most columns that a file may have. */
    static final int MAX_COLUMNS = 500;

    private static final Set<Kind> PHONES = EnumSet.of(Kind.MOBILE, Kind.PHONE, Kind.LANDLINE);

    private final Sample sample;
    private final List<String> headers;
    /** What each column becomes; null as long as that is open. */
    private final @Nullable String[] targets;

    private ColumnGuess(Sample sample) {
        this.sample = sample;
        this.headers = sample.headers();
        this.targets = new String[headers.size()];
    }

    /** @throws Refusal.Invalid with field {@code mapping} or {@code file} if no column can be the number */
    static Columns of(Sample sample, ColumnMapping mapping) {
        if (sample.headers().size() > MAX_COLUMNS) {
            throw CsvText.refused("The file has more than " + MAX_COLUMNS + " columns");
        }
        var guess = new ColumnGuess(sample);
        guess.told(mapping);
        guess.phones();
        guess.emails();
        guess.names();
        guess.attributes();
        return guess.columns();
    }

    private void told(ColumnMapping mapping) {
        mapping.targets().forEach((column, target) -> {
            var index = named(column);
            var name = VariableName.of(target);
            if (name.length() > VariableName.LIMIT) {
                throw refused("An attribute's name has at most " + VariableName.LIMIT + " characters");
            }
            var single = !name.isEmpty() && !VariableName.BUILT_IN.contains(name);
            if (single && Arrays.asList(targets).contains(name)) {
                throw refused("Two columns can't both become " + name);
            }
            targets[index] = name;
        });
    }

    private int named(String column) {
        return columns(i -> headers.get(i).equalsIgnoreCase(column.strip())).stream()
                .findFirst()
                .or(() -> columns(i -> String.valueOf(i + 1).equals(column.strip())).stream()
                        .findFirst())
                .or(() ->
                        columns(i -> sample.headed()
                                        && VariableName.of(headers.get(i)).equals(VariableName.of(column)))
                                .stream()
                                .findFirst())
                .orElseThrow(() -> refused("The file has no column \"" + column + "\"" + known()));
    }

    private void phones() {
        if (has(VariableName.PHONE)) {
            return;
        }
        if (isOwnExport() && targets[0] == null) {
            targets[0] = VariableName.PHONE;
            return;
        }
        var known = open(PHONES);
        if (known.isEmpty()) {
            targets[bestPhone()] = VariableName.PHONE;
        } else {
            known.forEach(i -> targets[i] = VariableName.PHONE);
        }
    }

    /** The column that holds most numbers in the first rows, one whose header speaks of some number if there is. */
    private int bestPhone() {
        var hinted = open(EnumSet.of(Kind.SOME_PHONE));
        return mostPhones(hinted)
                .or(() -> mostPhones(columns(i -> targets[i] == null)))
                .or(() -> hinted.stream().findFirst())
                .orElseThrow(
                        () -> CsvText.refused("No column with phone numbers was found: say which it is" + known()));
    }

    private Optional<Integer> mostPhones(List<Integer> candidates) {
        return candidates.stream()
                .filter(i -> sample.numbersIn(i) > 0)
                .max(Comparator.comparing(sample::numbersIn).thenComparing(Comparator.reverseOrder()));
    }

    private void emails() {
        if (!has(VariableName.EMAIL)) {
            var found = sample.headed()
                    ? open(EnumSet.of(Kind.EMAIL))
                    : columns(i -> targets[i] == null && holds(i, cell -> cell.indexOf('@') > 0)).stream()
                            .limit(1)
                            .toList();
            found.forEach(i -> targets[i] = VariableName.EMAIL);
        }
    }

    private void names() {
        if (has(VariableName.NAME)) {
            return;
        }
        if (!sample.headed()) {
            columns(i -> targets[i] == null && holds(i, cell -> Character.isLetter(cell.codePointAt(0)))).stream()
                    .findFirst()
                    .ifPresent(i -> targets[i] = VariableName.NAME);
            return;
        }
        var first = part(Columns.FIRST_NAME, Kind.FIRST_NAME);
        var last = part(Columns.LAST_NAME, Kind.LAST_NAME);
        var name = open(EnumSet.of(Kind.FULL_NAME)).stream()
                .findFirst()
                .or(() -> open(EnumSet.of(Kind.NAME)).stream().findFirst());
        name.ifPresent(i -> targets[i] = role(HeaderWords.kind(headers.get(i)), first, last));
    }

    /** "Name" beside "First name" is the last name, and the other way round. */
    private static String role(Kind kind, boolean first, boolean last) {
        if (kind == Kind.FULL_NAME || first == last) {
            return VariableName.NAME;
        }
        return first ? Columns.LAST_NAME : Columns.FIRST_NAME;
    }

    private boolean part(String target, Kind kind) {
        if (!has(target) && !isOwnExport()) {
            open(EnumSet.of(kind)).stream().findFirst().ifPresent(i -> targets[i] = target);
        }
        return has(target);
    }

    private void attributes() {
        var taken = new HashSet<String>(VariableName.BUILT_IN);
        columns(i -> targets[i] != null).forEach(i -> taken.add(String.valueOf(targets[i])));
        for (var i : columns(i -> targets[i] == null)) {
            targets[i] = sample.headed() && HeaderWords.kind(headers.get(i)) == Kind.LABEL && !isOwnExport()
                    ? Columns.LEFT_OUT
                    : free(attribute(i), taken);
        }
    }

    private String attribute(int index) {
        var name = VariableName.of(headers.get(index));
        if (name.isEmpty()) {
            return "column_" + (index + 1);
        }
        var limit = VariableName.LIMIT - 4;
        return name.length() > limit ? VariableName.of(name.substring(0, limit)) : name;
    }

    private static String free(String name, Set<String> taken) {
        var result = name;
        for (var n = 2; !taken.add(result); n++) {
            result = name + "_" + n;
        }
        return result;
    }

    private Columns columns() {
        return new Columns(IntStream.range(0, targets.length)
                .mapToObj(i -> new MappedColumn(i + 1, headers.get(i), String.valueOf(targets[i])))
                .toList());
    }

    /** Our own exports are read back as they were written, whatever the attributes are called. */
    private boolean isOwnExport() {
        var width = ContactExport.COLUMNS.size();
        return headers.size() >= width && headers.subList(0, width).equals(ContactExport.COLUMNS);
    }

    private boolean has(String target) {
        return Arrays.asList(targets).contains(target);
    }

    private List<Integer> open(Set<Kind> kinds) {
        var width = isOwnExport() ? ContactExport.COLUMNS.size() : headers.size();
        return columns(i -> i < width && targets[i] == null && kinds.contains(HeaderWords.kind(headers.get(i))));
    }

    private List<Integer> columns(IntPredicate which) {
        return IntStream.range(0, headers.size()).filter(which).boxed().toList();
    }

    private boolean holds(int column, Predicate<String> what) {
        return sample.firstIn(column).filter(what).isPresent();
    }

    private String known() {
        var names = new ArrayList<String>();
        for (var i = 0; i < headers.size() && i < 30; i++) {
            names.add(new MappedColumn(i + 1, headers.get(i), "").label());
        }
        return "; it has: " + String.join(", ", names);
    }

    private static Refusal refused(String message) {
        return new Refusal.Invalid(List.of(new FieldError("mapping", message)));
    }
}
