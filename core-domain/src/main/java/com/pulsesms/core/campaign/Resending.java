package com.pulsesms.core.campaign;

import com.pulsesms.core.billing.Quotas;
import com.pulsesms.core.contact.OptOutStore;
import com.pulsesms.core.device.DeviceStore;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.IdGenerator;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Permission;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Transactions;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.core.message.MessageStore;
import com.pulsesms.core.message.Messages;
import com.pulsesms.core.message.Route;
import com.pulsesms.core.message.Sending;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sending again what failed, or what nobody can tell of: never by itself, only when a person or a program asks.
 *
 * <p>The new message names the one that was first to be sent, also when a resend is itself resent, and is outside the
 * counters of a campaign. All that concerns one first message is decided under its lock: only the newest of the family may
 * be resent, and only if none of it left or may still be sent. So asking twice, or twice at once, sends once.
 */
public final class Resending {
    /** Messages to a transaction. */
    static final int PAGE = 1_000;

    private final CampaignStore campaigns;
    private final MessageStore messages;
    private final OptOutStore optOuts;
    private final DeviceStore devices;
    private final Sending sending;
    private final Quotas quotas;
    private final Transactions transactions;
    private final IdGenerator ids;
    private final Clock clock;

    public Resending(
            CampaignStore campaigns,
            MessageStore messages,
            OptOutStore optOuts,
            DeviceStore devices,
            Sending sending,
            Quotas quotas,
            Transactions transactions,
            IdGenerator ids,
            Clock clock) {
        this.campaigns = campaigns;
        this.messages = messages;
        this.optOuts = optOuts;
        this.devices = devices;
        this.sending = sending;
        this.quotas = quotas;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Queues the text of a message once more.
     *
     * @throws Refusal.Conflict {@code already_resent} if a newer one was made of it, {@code not_resendable} if it left,
     *     may still leave, or never had a text, {@code device_removed} if it is pinned to a device that was removed
     * @throws Refusal.Invalid {@code opted_out}
     * @throws Refusal.LimitReached {@code quota_exceeded}
     */
    public Message message(Actor actor, MessageId id) {
        actor.require(Permission.MESSAGES_SEND);
        var organization = actor.organization();
        return transactions.call(() -> {
            var original = existing(organization, id).origin().resendOf().orElse(id);
            var first = messages.lock(organization, original).orElseThrow(Resending::noSuchMessage);
            var family = new ArrayList<>(List.of(first));
            family.addAll(messages.resends(organization, original));
            var asked = newest(family, id);
            requireUsable(organization, asked.route());
            Messages.refuseOptedOut(optOuts, organization, asked.to());
            var made = asked.again(new MessageId(ids.next()), original, clock.instant());
            messages.insert(List.of(made));
            quotas.take(organization, List.of(made.id()));
            transactions.afterCommit(() -> sending.ready(organization));
            return made;
        });
    }

    /** The message, if it is the newest of its family and none of that is in the way. */
    private static Message newest(List<Message> family, MessageId asked) {
        var newest = family.get(family.size() - 1);
        if (!newest.id().equals(asked)) {
            throw new Refusal.Conflict("already_resent", "It was resent already, as the message " + newest.id());
        }
        if (!newest.status().resendable()
                || newest.text().isEmpty()
                || family.stream().anyMatch(Resending::standsInTheWay)) {
            throw new Refusal.Conflict(
                    "not_resendable",
                    "Only a message that a phone took and that failed, was not delivered or is unknown can be resent");
        }
        return newest;
    }

    private static boolean standsInTheWay(Message message) {
        return message.status().open()
                || message.status() == MessageStatus.SENT
                || message.status() == MessageStatus.DELIVERED;
    }

    /**
     * Queues the texts of a campaign's messages that are in one of these statuses once more, but for those to numbers that
     * opted out. A message that was resent before is resent again only if that, too, ended in one of these statuses.
     * Where it dies half-way, asking again does the rest.
     *
     * @return how many
     * @throws Refusal.Invalid with field {@code status} if messages in such a status can't be resent
     * @throws Refusal.LimitReached {@code quota_exceeded} if the plan has not enough left for a page; those before it stay
     */
    public long campaign(Actor actor, CampaignId id, Set<MessageStatus> statuses) {
        actor.require(Permission.CAMPAIGNS_WRITE);
        actor.require(Permission.MESSAGES_SEND);
        if (statuses.isEmpty() || !statuses.stream().allMatch(MessageStatus::resendable)) {
            throw new Refusal.Invalid("status", "Choose of FAILED, UNDELIVERED and UNKNOWN");
        }
        var organization = actor.organization();
        transactions.run(() -> {
            var campaign = campaigns.find(organization, id).orElseThrow(() -> new Refusal.NotFound("No such campaign"));
            requireUsable(organization, campaign.route());
        });
        var all = 0L;
        Optional<MessageId> after = Optional.empty();
        do {
            var from = after;
            var page = transactions.call(() -> page(organization, new MessageStore.Resend(id, statuses, from, PAGE)));
            all += page.made().size();
            after = page.last();
        } while (after.isPresent());
        return all;
    }

    private MessageStore.Resent page(OrganizationId organization, MessageStore.Resend wish) {
        var page = messages.resend(organization, wish, clock.instant());
        quotas.take(organization, page.made());
        if (!page.made().isEmpty()) {
            transactions.afterCommit(() -> sending.ready(organization));
        }
        return page;
    }

    private void requireUsable(OrganizationId organization, Route route) {
        var device = route.device().flatMap(id -> devices.find(organization, id));
        if (route.device().isPresent() && device.filter(d -> !d.removed()).isEmpty()) {
            throw new Refusal.Conflict("device_removed", "It must leave through a device that was removed");
        }
    }

    private Message existing(OrganizationId organization, MessageId id) {
        return messages.find(organization, id).orElseThrow(Resending::noSuchMessage);
    }

    private static Refusal noSuchMessage() {
        return new Refusal.NotFound("No such message");
    }
}
