package com.pulsesms.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.VariableName;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TemplateLawsTest {
    @Property
    void leavesATextWithoutDoubleBracesAsItIs(@ForAll String text) {
        var plain = text.replace("{", "").replace("}", "");

        var template = Template.parse(plain);

        assertThat(template.render(name -> Optional.of("x"))).isEqualTo(plain);
        assertThat(template.variables()).isEmpty();
    }

    @Property
    void putsAnyValueInUntouched(@ForAll String value) {
        var rendered = Template.parse("a{{x}}b").render(name -> Optional.of(value));

        assertThat(rendered).isEqualTo("a" + (value.isBlank() ? "" : value) + "b");
    }

    @Property
    void isEitherRefusedOrRendersEachPieceInOrder(@ForAll("braces") List<String> pieces) {
        var source = String.join("", pieces);
        try {
            var template = Template.parse(source);

            var rendered = template.render(name -> Optional.of("<" + name + ">"));

            assertThat(rendered).doesNotContain("{{");
            assertThat(template.variables())
                    .allSatisfy(name -> assertThat(rendered).contains("<" + name + ">"));
        } catch (Refusal.Invalid refusal) {
            assertThat(refusal.getMessage()).contains("line 1, character ");
        }
    }

    @Property
    void normalisesANameOnceAndForAll(@ForAll String typed) {
        var name = VariableName.of(typed);

        assertThat(VariableName.of(name)).isEqualTo(name);
        assertThat(name).doesNotContain("{", "}", "|", " ");
    }

    @Provide
    Arbitrary<List<String>> braces() {
        return Arbitraries.of("{{", "}}", "{{a}}", "{{ B |f}}", "{", "}", "|", "text")
                .list()
                .ofMaxSize(8);
    }
}
