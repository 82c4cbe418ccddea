package com.pulsesms.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.pulsesms.core.kernel.FieldError;
import com.pulsesms.core.kernel.Refusal;
import jakarta.json.Json;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputTest {
    @Test
    void tellsAbsentFromNull() {
        var input = of("{'name':null,'phone':'1'}");

        assertThat(input.clearableText("name")).contains("");
        assertThat(input.clearableText("email")).isEmpty();
        assertThat(input.clearableText("phone")).contains("1");
        assertThat(input.optionalText("name")).isEmpty();
        input.check();
    }

    @Test
    void refusesNullForWhatCannotBeWithout() {
        var input = of("{'name':null}");

        input.changedText("name");

        assertThat(refusedBy(input)).containsExactly("name");
    }

    @Test
    void readsListsOfObjectsAndNamesWhatIsWrongInThem() {
        var input = of("{'sims':[{'slot':1},{'slot':'two','colour':'red'},3]}");

        var sims = input.optionalObjects("sims");

        assertThat(sims).hasSize(3);
        assertThat(sims.get(0).integer("slot")).isEqualTo(1);
        sims.get(1).integer("slot");
        sims.get(2).integer("slot");
        assertThat(refusedBy(input))
                .containsExactlyInAnyOrder("sims[2]", "sims[1].slot", "sims[2].slot", "sims[1].colour");
        assertThat(of("{}").optionalObjects("sims")).isEmpty();
    }

    @Test
    void refusesFieldsThatNobodyAskedFor() {
        var input = of("{'name':'A','nmae':'B','pace':{'fast':true}}");

        input.text("name");
        input.optionalObject("pace");

        assertThat(refusedBy(input)).containsExactly("nmae", "pace.fast");
    }

    @Test
    void tellsOfAllFieldsAtOnce() {
        var input = of("{'sim':1.5,'urgent':'yes','at':'tomorrow','lists':[1],'attributes':{'a':1},'pace':3}");

        input.text("name");
        input.optionalInteger("sim");
        input.flag("urgent");
        input.optionalInstant("at");
        input.texts("lists");
        input.namedTexts("attributes");
        input.optionalObject("pace");

        assertThat(refusedBy(input)).containsExactly("name", "sim", "urgent", "at", "lists", "attributes.a", "pace");
    }

    @Test
    void readsTimesOfAnyOffset() {
        var input = of("{'at':'2026-03-01T09:15:30+01:00'}");

        assertThat(input.optionalInstant("at")).contains(Instant.parse("2026-03-01T08:15:30Z"));
    }

    @Test
    void knowsOnlyTimesThatDatabasesKnow() {
        var input = of("{'a':'+999999999-12-31T23:59:59Z','b':'1969-12-31T23:59:59Z','c':'-999999999-01-01T00:00'}");
        input.optionalInstant("a");
        input.optionalInstant("b");
        input.localTime("c");

        assertThat(refusedBy(input)).containsExactly("a", "b", "c");
    }

    private static List<String> refusedBy(Input input) {
        var refused = catchThrowableOfType(Refusal.Invalid.class, input::check);
        return refused.errors().stream().map(FieldError::field).toList();
    }

    private static Input of(String json) {
        return Input.of(
                Json.createReader(new StringReader(json.replace('\'', '"'))).readObject());
    }
}
