package com.pulsesms.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.TestPulse;
import com.pulsesms.core.contact.Contacts;
import com.pulsesms.core.contact.OptOuts;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Sample;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is known of a campaign before it starts. */
class PreviewTest {
    private final TestPulse pulse = new TestPulse();
    private final Actor owner = pulse.owner();
    private final ContactListId list =
            pulse.core().contacts().createList(owner, "Customers").id();

    private void contact(ContactListId to, int number, String name, Map<String, String> attributes) {
        var draft = new Contacts.Draft(Sample.number(number).e164(), Optional.of(name), Optional.empty(), attributes);
        pulse.core().contacts().add(owner, to, draft);
    }

    private Campaigns.Preview preview(String text, ContactListId... lists) {
        return pulse.core().campaigns().preview(owner, text, List.of(lists));
    }

    @Test
    void tellsWhoGetsItAndWhoIsLeftOut() {
        var more = pulse.core().contacts().createList(owner, "More").id();
        contact(list, 1, "Ana", Map.of());
        contact(list, 2, "Maja", Map.of());
        contact(more, 2, "Maja again", Map.of());
        contact(more, 3, "Iva", Map.of());
        pulse.core().optOuts().add(owner, OptOuts.Draft.of(Sample.number(1).e164()));

        var preview = preview("Hi {{name}}", list, more);

        assertThat(preview.recipients()).isEqualTo(2);
        assertThat(preview.duplicates()).isEqualTo(1);
        assertThat(preview.optedOut()).isEqualTo(1);
        assertThat(preview.samples()).extracting(Campaigns.Sample::text).containsExactly("Hi Maja", "Hi Iva");
    }

    @Test
    void tellsHowLongTheTextsAre() {
        contact(list, 1, "Ana", Map.of("note", "a".repeat(100)));
        contact(list, 2, "Maja", Map.of("note", "a".repeat(400)));

        var preview = preview("{{note}}", list);

        assertThat(preview.parts()).isEqualTo(new Campaigns.Parts(2, 1, 3, 2.0));
        assertThat(preview.beyondGsm()).isEmpty();
    }

    @Test
    void namesEachCharacterThatMakesTheTextShorter() {
        contact(list, 1, "Živko", Map.of());
        contact(list, 2, "Ana 😀", Map.of());

        assertThat(preview("Zdravo {{name}}, vidimo se večeras ć", list).beyondGsm())
                .containsExactly("Ž", "č", "ć", "😀");
    }

    @Test
    void countsWhoHasNoValueForAVariable() {
        contact(list, 1, "Ana", Map.of("city", "Niš"));
        contact(list, 2, "Maja", Map.of());
        contact(list, 3, "Iva", Map.of());

        assertThat(preview("{{name}} in {{city|town}}", list).missing()).isEqualTo(Map.of("name", 0L, "city", 2L));
    }

    @Test
    void tellsOfAListWithoutContactsHowLongTheTextIsByItself() {
        var preview = preview("a".repeat(161), list);

        assertThat(preview.recipients()).isZero();
        assertThat(preview.parts()).isEqualTo(new Campaigns.Parts(0, 2, 2, 2.0));
        assertThat(preview.samples()).isEmpty();
    }

    @Test
    void refusesVariablesThatNobodyHas() {
        contact(list, 1, "Ana", Map.of());

        assertThatThrownBy(() -> preview("Hi {{nmae}}", list))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("nmae");
    }
}
