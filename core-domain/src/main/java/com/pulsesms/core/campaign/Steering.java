package com.pulsesms.core.campaign;

import com.pulsesms.core.billing.Quotas;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.Permission;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Transactions;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.core.message.MessageStore;
import java.time.Clock;
import java.util.function.UnaryOperator;

/**
 * Pausing, resuming and canceling what was started. Each takes constant time and counts at once: from then on nothing more
 * of a paused or canceled campaign is handed out. Its messages follow by {@link CampaignWork}; those that a phone accepted
 * are asked back in its heartbeats, and what it tells of them wins.
 */
public final class Steering {
    private final CampaignStore store;
    private final MessageStore messages;
    private final CampaignCompletion completion;
    private final WorkQueue work;
    private final Quotas quotas;
    private final Transactions transactions;
    private final Clock clock;

    public Steering(
            CampaignStore store,
            MessageStore messages,
            CampaignCompletion completion,
            WorkQueue work,
            Quotas quotas,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.messages = messages;
        this.completion = completion;
        this.work = work;
        this.quotas = quotas;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Holds back what has not left.
     *
     * @throws Refusal.Conflict {@code campaign_not_running}
     */
    public Campaign pause(Actor actor, CampaignId id) {
        actor.require(Permission.CAMPAIGNS_WRITE);
        return steer(actor, id, Campaign::paused);
    }

    /**
     * Goes on where it was paused.
     *
     * @throws Refusal.Conflict {@code campaign_not_paused}
     */
    public Campaign resume(Actor actor, CampaignId id) {
        actor.require(Permission.CAMPAIGNS_WRITE);
        actor.require(Permission.MESSAGES_SEND);
        return steer(actor, id, Campaign::resumed);
    }

    /**
     * Calls off what has not left, for good.
     *
     * @throws Refusal.Conflict {@code campaign_not_running} if it is a draft, or is over
     */
    public Campaign cancel(Actor actor, CampaignId id) {
        actor.require(Permission.CAMPAIGNS_WRITE);
        return transactions.call(() -> {
            var canceled = steer(actor, id, campaign -> campaign.canceled(clock.instant()));
            quotas.giveBack(actor.organization(), id);
            return canceled;
        });
    }

    private Campaign steer(Actor actor, CampaignId id, UnaryOperator<Campaign> turn) {
        var organization = actor.organization();
        return transactions.call(() -> {
            var before = store.lock(organization, id).orElseThrow(() -> new Refusal.NotFound("No such campaign"));
            var after = turn.apply(before);
            if (after.equals(before)) {
                return before;
            }
            store.update(after);
            transactions.afterCommit(() -> work.workOn(new CampaignRef(organization, id)));
            return store.find(organization, id).orElseThrow();
        });
    }

    /**
     * Calls a message back: at once if no phone has accepted it. Otherwise {@link Message#cancelAsked} and the phone is
     * asked; if it has sent the message already, that stands. Doing so again changes nothing.
     *
     * @throws Refusal.Conflict {@code message_left} if it left, {@code message_ended} if it ended otherwise or nobody can
     *     tell
     */
    public Message cancelMessage(Actor actor, MessageId id) {
        actor.require(Permission.MESSAGES_SEND);
        var organization = actor.organization();
        return transactions.call(() -> {
            var message = messages.lock(organization, id).orElseThrow(() -> new Refusal.NotFound("No such message"));
            refuseUnlessCancelable(message.status());
            messages.cancel(organization, id, clock.instant());
            message.origin()
                    .campaign()
                    .ifPresent(campaign ->
                            transactions.afterCommit(() -> completion.check(new CampaignRef(organization, campaign))));
            return messages.find(organization, id).orElseThrow();
        });
    }

    private static void refuseUnlessCancelable(MessageStatus status) {
        if (status.left()) {
            throw new Refusal.Conflict("message_left", "It left already");
        }
        if (!status.open() && status != MessageStatus.CANCELED) {
            throw new Refusal.Conflict("message_ended", "Only a message that waits or is at a phone can be canceled");
        }
    }
}
