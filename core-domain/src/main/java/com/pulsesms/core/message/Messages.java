package com.pulsesms.core.message;

import com.pulsesms.core.billing.Allowance;
import com.pulsesms.core.billing.Quotas;
import com.pulsesms.core.contact.OptOutStore;
import com.pulsesms.core.device.DeviceStore;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.FieldError;
import com.pulsesms.core.kernel.IdGenerator;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Permission;
import com.pulsesms.core.kernel.PhoneNumber;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Transactions;
import com.pulsesms.core.organization.Organization;
import com.pulsesms.core.organization.OrganizationStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sending single messages, and the log of all messages. */
public final class Messages {
    /** How far ahead the deadline of a message may be. */
    public static final Duration FARTHEST_DEADLINE = Duration.ofDays(2 * 366);

    static final String OPTED_OUT = "The owner of this number doesn't want to be written to";

    private final MessageStore store;
    private final OrganizationStore organizations;
    private final OptOutStore optOuts;
    private final DeviceStore devices;
    private final Quotas quotas;
    private final Sending sending;
    private final Transactions transactions;
    private final IdGenerator ids;
    private final Clock clock;

    public Messages(
            MessageStore store,
            OrganizationStore organizations,
            OptOutStore optOuts,
            DeviceStore devices,
            Quotas quotas,
            Sending sending,
            Transactions transactions,
            IdGenerator ids,
            Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.optOuts = optOuts;
        this.devices = devices;
        this.quotas = quotas;
        this.sending = sending;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** What to send to whom; {@code to} may be national for the organization's region. */
    public record NewMessage(String to, String text, Lane lane, Route route, Optional<Instant> deadline) {
        public static NewMessage of(String to, String text) {
            return new NewMessage(to, text, Lane.NORMAL, Route.ANY, Optional.empty());
        }
    }

    /**
     * What is used in a calendar month (UTC).
     *
     * @param messages how many this organization used up
     * @param allowance what the account that it belongs to may send
     */
    public record Usage(long messages, Allowance allowance) {}

    /**
     * Queues a message for the next device that asks.
     *
     * @throws Refusal.Invalid naming each field that is not valid; {@code opted_out} if the recipient doesn't want it
     * @throws Refusal.LimitReached {@code quota_exceeded}
     */
    public Message send(Actor actor, NewMessage wish) {
        actor.require(Permission.MESSAGES_SEND);
        return transactions.call(() -> {
            var composing = composing(actor);
            composing.add(wish, "", devices);
            var message = composing.messages().get(0);
            refuseOptedOut(optOuts, actor.organization(), message.to());
            return queue(actor, List.of(message)).get(0);
        });
    }

    /**
     * Queues several messages, or none if one of them is not valid.
     *
     * @throws Refusal.Invalid naming each field that is not valid, such as {@code recipients[3].to}
     * @throws Refusal.LimitReached {@code quota_exceeded}
     */
    public List<Message> sendAll(Actor actor, List<NewMessage> wishes) {
        actor.require(Permission.MESSAGES_SEND);
        return transactions.call(() -> {
            var composing = composing(actor);
            for (var n = 0; n < wishes.size(); n++) {
                composing.add(wishes.get(n), "recipients[" + n + "].", devices);
            }
            var messages = composing.messages();
            composing.refuseOptedOut(optOuts);
            return queue(actor, messages);
        });
    }

    private Composing composing(Actor actor) {
        var region = organizations
                .find(actor.organization())
                .map(Organization::region)
                .orElseThrow(() -> new Refusal.NotFound("No such organization"));
        return new Composing(actor.organization(), region, clock.instant(), ids);
    }

    private List<Message> queue(Actor actor, List<Message> messages) {
        store.insert(messages);
        quotas.take(actor.organization(), messages.stream().map(Message::id).toList());
        transactions.afterCommit(() -> sending.ready(actor.organization()));
        return messages;
    }

    /** @throws Refusal.Invalid {@code opted_out} if the number is not to be written to */
    public static void refuseOptedOut(OptOutStore optOuts, OrganizationId organization, PhoneNumber to) {
        if (optOuts.of(organization, Set.of(to)).containsKey(to)) {
            throw new Refusal.Invalid("opted_out", new FieldError("to", OPTED_OUT));
        }
    }

    public Message find(Actor actor, MessageId id) {
        actor.require(Permission.MESSAGES_READ);
        return transactions
                .call(() -> store.find(actor.organization(), id))
                .orElseThrow(() -> new Refusal.NotFound("No such message"));
    }

    /** Newest first. */
    public Page<Message> page(Actor actor, MessageFilter filter, PageRequest request) {
        actor.require(Permission.MESSAGES_READ);
        return transactions.call(() -> store.page(actor.organization(), filter, request));
    }

    public Usage usage(Actor actor, YearMonth month) {
        actor.require(Permission.MESSAGES_READ);
        var mine = actor.organization();
        return transactions.call(() -> {
            var used = used(mine, month);
            return new Usage(
                    used, quotas.allowance(mine, month, other -> other.equals(mine) ? used : used(other, month)));
        });
    }

    private long used(OrganizationId organization, YearMonth month) {
        var from = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        var to = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return store.used(organization, from, to);
    }
}
