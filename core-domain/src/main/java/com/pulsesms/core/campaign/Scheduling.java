package com.pulsesms.core.campaign;

import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Permission;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Transactions;
import com.pulsesms.core.organization.Organization;
import com.pulsesms.core.organization.OrganizationStore;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Letting a campaign start by itself at a time of the organization's clocks; whatever node sees that it is due starts it. */
public final class Scheduling {
    private final CampaignStore store;
    private final OrganizationStore organizations;
    private final Campaigns campaigns;
    private final Transactions transactions;
    private final Clock clock;

    public Scheduling(
            CampaignStore store,
            OrganizationStore organizations,
            Campaigns campaigns,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.campaigns = campaigns;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Schedules a draft, or schedules it anew.
     *
     * @param at in the organization's time zone, as {@link Schedule#of} understands it
     * @throws Refusal.Invalid with field {@code at} if it is over, or more than a year ahead
     * @throws Refusal.Conflict {@code campaign_not_draft} once it was started
     */
    public Campaign schedule(Actor actor, CampaignId id, LocalDateTime at) {
        actor.require(Permission.CAMPAIGNS_WRITE);
        actor.require(Permission.MESSAGES_SEND);
        return change(actor, id, before -> {
            var scheduled = before.scheduled(Schedule.of(at, zone(actor.organization())), clock.instant());
            campaigns.check(scheduled);
            return scheduled;
        });
    }

    /**
     * Makes a scheduled campaign a draft again; doing so again changes nothing.
     *
     * @throws Refusal.Conflict {@code campaign_not_draft} once it was started
     */
    public Campaign unschedule(Actor actor, CampaignId id) {
        actor.require(Permission.CAMPAIGNS_WRITE);
        return change(actor, id, Campaign::unscheduled);
    }

    private Campaign change(Actor actor, CampaignId id, UnaryOperator<Campaign> turn) {
        return transactions.call(() -> {
            var before =
                    store.lock(actor.organization(), id).orElseThrow(() -> new Refusal.NotFound("No such campaign"));
            store.update(turn.apply(before));
            return store.find(actor.organization(), id).orElseThrow();
        });
    }

    private ZoneId zone(OrganizationId organization) {
        return organizations
                .find(organization)
                .map(Organization::zone)
                .orElseThrow(() -> new Refusal.NotFound("No such organization"));
    }

    /**
     * Starts a campaign that is due. One that can't be started, because a list of it was deleted for example, becomes a
     * draft that says why. Any node may call it, and several at once start it once.
     */
    public void startDue(CampaignRef ref) {
        try {
            transactions.run(() -> due(ref, campaigns::begin));
        } catch (Refusal refused) {
            transactions.run(() -> due(
                    ref,
                    campaign -> store.update(campaign.startRefused(Objects.requireNonNull(refused.getMessage())))));
        }
    }

    private void due(CampaignRef ref, Consumer<Campaign> act) {
        store.lock(ref.organization(), ref.campaign())
                .filter(campaign -> campaign.due(clock.instant()))
                .ifPresent(act);
    }
}
