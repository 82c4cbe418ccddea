package com.pulsesms.core.billing;

import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.Limit;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.QuotaId;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.UserId;
import com.pulsesms.core.organization.Membership;
import com.pulsesms.core.organization.OrganizationStore;
import com.pulsesms.core.organization.Role;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/**
 * Taking what is to be sent from the quota of the account that owns the organization. All of it happens in the caller's
 * transaction: what is refused, or dies before the commit, took nothing. Under a plan without a limit nothing is taken, so
 * that an account's messages don't queue up for one row.
 */
public final class Quotas {
    private final QuotaStore store;
    private final OrganizationStore organizations;
    private final Plan plan;
    private final Clock clock;

    public Quotas(QuotaStore store, OrganizationStore organizations, Plan plan, Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.plan = plan;
        this.clock = clock;
    }

    /**
     * Takes one for each of new messages.
     *
     * @throws Refusal.LimitReached {@code quota_exceeded} if that is more than is left
     */
    public void take(OrganizationId organization, Collection<MessageId> messages) {
        if (limited() && !messages.isEmpty()) {
            store.hold(organization, taken(organization, messages.size()), messages);
        }
    }

    /**
     * Takes what the messages of a campaign will need, which it holds until they are made.
     *
     * @param recipients counts them, which takes time and is not asked for where there is no limit
     * @throws Refusal.LimitReached {@code quota_exceeded} if that is more than is left
     */
    public void take(OrganizationId organization, CampaignId campaign, LongSupplier recipients) {
        if (limited()) {
            var needed = recipients.getAsLong();
            store.hold(organization, taken(organization, needed), campaign, needed);
        }
    }

    /**
     * Hands what a campaign holds on to the messages that were made of it. Where contacts came since it was started, takes
     * more.
     *
     * @return the messages for which nothing was left
     */
    public List<MessageId> handOn(OrganizationId organization, CampaignId campaign) {
        var bare = store.handOn(organization, campaign);
        if (bare.isEmpty() || !limited()) {
            return List.of();
        }
        var more = take(owner(organization), bare.size());
        more.ifPresent(quota -> store.hold(organization, quota, bare));
        return more.isPresent() ? List.of() : bare;
    }

    /** Gives back what a campaign holds that no message will need; doing so again changes nothing. */
    public void giveBack(OrganizationId organization, CampaignId campaign) {
        store.giveBack(organization, campaign);
    }

    /**
     * What the account that owns the organization may send in a month.
     *
     * @param used counts what an organization used up: what is not taken beforehand
     */
    public Allowance allowance(OrganizationId organization, YearMonth month, ToLongFunction<OrganizationId> used) {
        var owner = owner(organization);
        return new Allowance(
                plan,
                month,
                limited()
                        ? store.used(owner, month)
                        : owned(owner).stream().mapToLong(used).sum());
    }

    /** How many messages the account that owns the organization may still send this month; empty if without limit. */
    public OptionalLong left(OrganizationId organization) {
        if (!limited()) {
            return OptionalLong.empty();
        }
        return new Allowance(plan, month(), store.used(owner(organization), month())).remaining();
    }

    private boolean limited() {
        return plan.messages().isPresent();
    }

    private QuotaId taken(OrganizationId organization, long messages) {
        var owner = owner(organization);
        return take(owner, messages).orElseThrow(() -> exceeded(owner, messages));
    }

    private Optional<QuotaId> take(UserId owner, long messages) {
        return store.take(owner, month(), messages, plan.messages().orElseThrow());
    }

    private Refusal exceeded(UserId owner, long requested) {
        var now = new Allowance(plan, month(), store.used(owner, month()));
        var limit = new Limit(now.limit().orElseThrow(), now.used(), requested, Optional.of(now.end()));
        var reset = now.month().plusMonths(1).atDay(1);
        return new Refusal.LimitReached(
                "quota_exceeded",
                "The plan allows " + limit.limit() + " messages a month and " + limit.remaining()
                        + " are left, but this needs " + requested + ". The next month begins on " + reset + " (UTC)",
                limit);
    }

    private YearMonth month() {
        return YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
    }

    private UserId owner(OrganizationId organization) {
        return organizations.owner(organization).orElseThrow(() -> new Refusal.NotFound("No such organization"));
    }

    private List<OrganizationId> owned(UserId owner) {
        return organizations.memberships(owner).stream()
                .filter(membership -> membership.role() == Role.OWNER)
                .map(Membership::organization)
                .toList();
    }
}
