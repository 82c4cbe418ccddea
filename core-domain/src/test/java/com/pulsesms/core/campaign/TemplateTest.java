package com.pulsesms.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.kernel.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private static final Function<String, Optional<String>> ANA =
            name -> Optional.ofNullable(Map.of("name", "Ana", "city", "Novi Sad", "first_name", "Anica", "blank", " ")
                    .get(name));

    private static String rendered(String source) {
        return Template.parse(source).render(ANA);
    }

    @Test
    void putsValuesInPlaceOfVariables() {
        assertThat(rendered("Hi {{name}}, how is {{city}}?")).isEqualTo("Hi Ana, how is Novi Sad?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{first_name}}", "{{First Name}}", "{{ FIRST-NAME }}", "{{\tfirst name|x}}"})
    void findsAVariableHoweverItsNameIsTyped(String source) {
        assertThat(rendered(source)).isEqualTo("Anica");
    }

    @ParameterizedTest
    @CsvSource({
        "{{nick}}, ''",
        "{{nick|friend}}, friend",
        "{{ nick | dear friend }}, dear friend",
        "{{nick|}}, ''",
        "{{nick|a|b}}, a|b"
    })
    void putsTheFallbackOrNothingWhereAValueIsMissing(String source, String expected) {
        assertThat(rendered(source)).isEqualTo(expected);
    }

    @Test
    void takesABlankValueForMissing() {
        assertThat(rendered("{{blank|there}}")).isEqualTo("there");
    }

    @Test
    void doesNotReadValuesAsVariables() {
        var text = Template.parse("{{a}}{{b}}").render(name -> Optional.of(name.equals("a") ? "{{b}} {{" : "}}"));

        assertThat(text).isEqualTo("{{b}} {{}}");
    }

    @Test
    void leavesSingleBracesAlone() {
        assertThat(rendered("{a} } { {{name}}} {")).isEqualTo("{a} } { Ana} {");
    }

    @Test
    void namesItsVariablesOnceInTheOrderOfTheText() {
        assertThat(Template.parse("{{b}} {{A}} {{B|x}}").variables()).containsExactly("b", "a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{{name;{{ is not closed by }} (line 1, character 1)",
                "Hi {{name} there;{{ is not closed by }} (line 1, character 4)",
                "Hi name}};}} has no {{ before it (line 1, character 8)",
                "{{name}} and }};}} has no {{ before it (line 1, character 14)",
                "Hi {{}};Between {{ and }} a name is missing (line 1, character 4)",
                "Hi {{ |x}};Between {{ and }} a name is missing (line 1, character 4)",
                "{{a {{b}};Between {{ and }} there can't be another brace (line 1, character 1)",
                "{{{name}}};Between {{ and }} there can't be another brace (line 1, character 1)",
            })
    void refusesBrokenBracesAndSaysWhere(String source, String message) {
        assertThatThrownBy(() -> Template.parse(source)).isInstanceOfSatisfying(Refusal.Invalid.class, refusal -> {
            assertThat(refusal.errors().get(0).field()).isEqualTo("text");
            assertThat(refusal).hasMessage(message);
        });
    }

    @Test
    void countsLinesWhenItSaysWhere() {
        assertThatThrownBy(() -> Template.parse("a\n\nb {{")).hasMessageEndingWith("(line 3, character 3)");
        assertThatThrownBy(() -> Template.parse("a\n{{")).hasMessageEndingWith("(line 2, character 1)");
    }

    @Test
    void refusesUnknownVariablesByName() {
        var template = Template.parse("{{name}} {{citty}} {{city}} {{naem|x}}");

        assertThatThrownBy(() -> template.refuseUnknown(Set.of("city")))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessage(
                        "Nothing is known as {{citty}}, {{naem}}; there are {{city}}, {{email}}, {{name}}, {{phone}}");
    }

    @Test
    void knowsWhatEveryContactHas() {
        Template.parse("{{name}} {{phone}} {{email}}").refuseUnknown(Set.of());
    }
}
