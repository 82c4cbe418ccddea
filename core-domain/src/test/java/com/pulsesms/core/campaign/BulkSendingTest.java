package com.pulsesms.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.TestPulse;
import com.pulsesms.core.campaign.BulkSending.Recipient;
import com.pulsesms.core.contact.OptOuts;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.FieldError;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.message.Lane;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageFilter;
import com.pulsesms.core.message.Route;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BulkSendingTest {
    private final TestPulse pulse = new TestPulse();
    private final Actor actor = pulse.owner();

    private List<Message> send(String text, Recipient... recipients) {
        return send(text, List.of(recipients));
    }

    private List<Message> send(String text, List<Recipient> recipients) {
        var wish = new BulkSending.Wish(text, recipients, Lane.NORMAL, Route.ANY, Optional.empty());
        return pulse.core().bulkSending().send(actor, wish);
    }

    private static Recipient to(String number) {
        return new Recipient(number, Map.of());
    }

    private void refuses(String text, List<Recipient> recipients, String... fields) {
        assertThatThrownBy(() -> send(text, recipients))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refused -> assertThat(refused.errors())
                                .extracting(FieldError::field)
                                .containsExactly(fields));
        assertThat(pulse.core()
                        .messages()
                        .page(actor, MessageFilter.ALL, PageRequest.first())
                        .items())
                .isEmpty();
    }

    @Test
    void writesToEachWithTheirOwnValues() {
        var sent = send(
                "Hi {{First name|there}}, code {{code}}",
                new Recipient("0641111111", Map.of("first_name", "Ana", "code", "17")),
                new Recipient("0642222222", Map.of("CODE", "18")));

        assertThat(sent).extracting(message -> message.to().e164()).containsExactly("+381641111111", "+381642222222");
        assertThat(sent)
                .extracting(message -> message.text().orElseThrow())
                .containsExactly("Hi Ana, code 17", "Hi there, code 18");
        assertThat(pulse.nudges()).containsExactly(actor.organization());
    }

    @Test
    void namesEachRecipientThatIsNotValidAndWritesToNobody() {
        refuses("Hi", List.of(to("0641111111"), to("nobody"), to("1")), "recipients[1].to", "recipients[2].to");
        refuses(
                "{{code}}",
                List.of(new Recipient("0641111111", Map.of("code", "x".repeat(2000))), to("0642222222")),
                "recipients[1].variables");
        refuses(
                "{{code}}",
                List.of(new Recipient("0641111111", Map.of("code", "x".repeat(2000)))),
                "recipients[0].text");
    }

    @Test
    void writesToNobodyIfOneHasOptedOut() {
        pulse.core().optOuts().add(actor, OptOuts.Draft.of("0642222222"));

        refuses("Hi", List.of(to("0641111111"), to("0642222222")), "recipients[1].to");
    }

    @Test
    void writesToAThousandAndNoMore() {
        assertThat(send("Hi", Collections.nCopies(BulkSending.MOST, to("0641111111"))))
                .hasSize(BulkSending.MOST);

        assertThatThrownBy(() -> send("Hi", Collections.nCopies(BulkSending.MOST + 1, to("0641111111"))))
                .isInstanceOf(Refusal.Invalid.class);
        assertThatThrownBy(() -> send("Hi")).isInstanceOf(Refusal.Invalid.class);
    }
}
