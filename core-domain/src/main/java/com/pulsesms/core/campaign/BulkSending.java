package com.pulsesms.core.campaign;

import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.FieldError;
import com.pulsesms.core.kernel.Permission;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.VariableName;
import com.pulsesms.core.message.Lane;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.Messages;
import com.pulsesms.core.message.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sending one text to many who are on no list, each with values of their own: all of them get it, or nobody. */
public final class BulkSending {
    /** To how many at once. */
    public static final int MOST = 1000;

    private final Messages messages;

    public BulkSending(Messages messages) {
        this.messages = messages;
    }

    /**
     * @param to may be national for the organization's region
     * @param variables what is put into the text, by names as people write them
     */
    public record Recipient(String to, Map<String, String> variables) {}

    /** @param text may hold variables as a {@link Template} does */
    public record Wish(String text, List<Recipient> recipients, Lane lane, Route route, Optional<Instant> deadline) {}

    /**
     * Queues a message to each recipient, in their order; a number that is there twice gets two.
     *
     * @throws Refusal.Invalid naming each field that is not valid, such as {@code recipients[3].variables}
     * @throws Refusal.LimitReached {@code quota_exceeded}
     */
    public List<Message> send(Actor actor, Wish wish) {
        actor.require(Permission.MESSAGES_SEND);
        if (wish.recipients().isEmpty() || wish.recipients().size() > MOST) {
            throw new Refusal.Invalid("recipients", "Give 1 to " + MOST + " recipients");
        }
        var template = Template.parse(wish.text());
        var errors = new ArrayList<FieldError>();
        var wishes = new ArrayList<Messages.NewMessage>();
        for (var recipient : wish.recipients()) {
            var values = values(recipient);
            refuseMissing(template, values, "recipients[" + wishes.size() + "].variables", errors);
            var text = template.render(name -> Optional.ofNullable(values.get(name)));
            wishes.add(new Messages.NewMessage(recipient.to(), text, wish.lane(), wish.route(), wish.deadline()));
        }
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid(errors);
        }
        return messages.sendAll(actor, wishes);
    }

    private static Map<String, String> values(Recipient recipient) {
        var values = new HashMap<String, String>();
        values.put(VariableName.PHONE, recipient.to());
        recipient.variables().forEach((name, value) -> values.put(VariableName.of(name), value));
        return values;
    }

    private static void refuseMissing(
            Template template, Map<String, String> values, String field, List<FieldError> errors) {
        var missing = template.variablesWithoutFallback();
        missing.removeIf(name -> !values.getOrDefault(name, "").isBlank());
        if (!missing.isEmpty()) {
            errors.add(new FieldError(
                    field, "The text needs " + String.join(", ", missing) + ": give a value, or {{name|a fallback}}"));
        }
    }
}
