package com.pulsesms.core.campaign;

import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.VariableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A text with variables, such as {@code Hi {{name|there}}, see you in {{city}}}: each stands for a value that differs from
 * contact to contact, with what follows {@code |} where there is none. Names are understood as {@link VariableName} says;
 * a single brace is plain text.
 */
public final class Template {
    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    private final String source;
    private final List<Piece> pieces;

    private Template(String source, List<Piece> pieces) {
        this.source = source;
        this.pieces = List.copyOf(pieces);
    }

    private sealed interface Piece {}

    private record Literal(String text) implements Piece {}

    private record Variable(String name, String fallback) implements Piece {}

    /** @throws Refusal.Invalid with field {@code text}, saying where braces don't match or hold no name */
    public static Template parse(String source) {
        var pieces = new ArrayList<Piece>();
        var at = 0;
        while (at < source.length()) {
            var open = source.indexOf(OPEN, at);
            var literal = source.substring(at, open < 0 ? source.length() : open);
            refuseClosing(source, at, literal);
            pieces.add(new Literal(literal));
            if (open < 0) {
                break;
            }
            var close = source.indexOf(CLOSE, open);
            if (close < 0) {
                throw broken(source, open, "{{ is not closed by }}");
            }
            pieces.add(variable(source, open, source.substring(open + OPEN.length(), close)));
            at = close + CLOSE.length();
        }
        return new Template(source, pieces);
    }

    private static void refuseClosing(String source, int at, String literal) {
        var stray = literal.indexOf(CLOSE);
        if (stray >= 0) {
            throw broken(source, at + stray, "}} has no {{ before it");
        }
    }

    private static Variable variable(String source, int open, String inside) {
        if (inside.contains("{") || inside.contains("}")) {
            throw broken(source, open, "Between {{ and }} there can't be another brace");
        }
        var bar = inside.indexOf('|');
        var name = VariableName.of(bar < 0 ? inside : inside.substring(0, bar));
        if (name.isEmpty()) {
            throw broken(source, open, "Between {{ and }} a name is missing");
        }
        return new Variable(name, bar < 0 ? "" : inside.substring(bar + 1).strip());
    }

    private static Refusal broken(String source, int at, String what) {
        var before = source.substring(0, at);
        var line = before.lines().count() + (before.isEmpty() || before.endsWith("\n") ? 1 : 0);
        var column = at - before.lastIndexOf('\n');
        return new Refusal.Invalid("text", what + " (line " + line + ", character " + column + ")");
    }

    public String source() {
        return source;
    }

    /** The normalised names of all variables, in the order of the text. */
    public Set<String> variables() {
        return names(variable -> true);
    }

    /** The normalised names of those without which the text would have a hole, in the order of the text. */
    Set<String> variablesWithoutFallback() {
        return names(variable -> variable.fallback().isEmpty());
    }

    private Set<String> names(Predicate<Variable> which) {
        var names = new LinkedHashSet<String>();
        for (var piece : pieces) {
            if (piece instanceof Variable variable && which.test(variable)) {
                names.add(variable.name());
            }
        }
        return names;
    }

    /**
     * Makes sure that each variable is one of {@code known}, or one that every contact has.
     *
     * @throws Refusal.Invalid with field {@code text}, naming those that are not
     */
    public void refuseUnknown(Set<String> known) {
        var unknown = variables();
        unknown.removeIf(name -> VariableName.BUILT_IN.contains(name) || known.contains(name));
        if (!unknown.isEmpty()) {
            var all = new TreeSet<>(known);
            all.addAll(VariableName.BUILT_IN);
            throw new Refusal.Invalid("text", "Nothing is known as " + listed(unknown) + "; there are " + listed(all));
        }
    }

    private static String listed(Set<String> names) {
        return names.stream().map(name -> OPEN + name + CLOSE).collect(Collectors.joining(", "));
    }

    /** The text for one contact: values are put in as they are, braces and all, and are not read as variables. */
    public String render(Function<String, Optional<String>> values) {
        var text = new StringBuilder();
        for (var piece : pieces) {
            if (piece instanceof Literal literal) {
                text.append(literal.text());
            } else if (piece instanceof Variable variable) {
                text.append(values.apply(variable.name())
                        .filter(value -> !value.isBlank())
                        .orElse(variable.fallback()));
            }
        }
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Template template && source.equals(template.source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    @Override
    public String toString() {
        return source;
    }
}
