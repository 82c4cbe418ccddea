package com.pulsesms.core.campaign;

import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Text;
import com.pulsesms.core.message.Messages;
import com.pulsesms.core.message.Route;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * One text to the contacts of some lists. It is a draft until a person or a program starts it, or a time comes that they
 * chose; then it is expanded into messages page by page, and it completes when the expansion is finished and no message of it waits or is at a device.
 * Meanwhile it may be paused, resumed and canceled: that counts at once, and is then rolled out over its messages.
 *
 * @param lists in the order chosen: a number on several gets the text once, with the values of the first
 * @param deadline when what has not left must not be sent any more
 * @param rollOut present while its status has not reached all of its messages
 * @param completedAt when no message of it was open any more, also of a canceled one
 * @param revision counts the saves; saving from a stale one is refused
 */
public record Campaign(
        CampaignId id,
        OrganizationId organization,
        String name,
        Template template,
        List<ContactListId> lists,
        Route route,
        Optional<Instant> deadline,
        CampaignStatus status,
        Expansion expansion,
        Optional<RollOut> rollOut,
        Plan plan,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> completedAt,
        int revision) {
    private static final Duration FARTHEST_AHEAD = Duration.ofDays(366);

    public Campaign {
        name = Text.name("name", name);
        lists = List.copyOf(lists);
        if (lists.isEmpty()) {
            throw new Refusal.Invalid("lists", "Choose at least one contact list");
        }
        if (lists.stream().distinct().count() < lists.size()) {
            throw new Refusal.Invalid("lists", "Choose each contact list once");
        }
    }

    /** What a person composes. */
    public static Campaign draft(
            CampaignId id,
            OrganizationId organization,
            String name,
            Template template,
            List<ContactListId> lists,
            Route route,
            Instant now) {
        return new Campaign(
                id,
                organization,
                name,
                template,
                lists,
                route,
                Optional.empty(),
                CampaignStatus.DRAFT,
                Expansion.BEGIN,
                Optional.empty(),
                Plan.NONE,
                now,
                Optional.empty(),
                Optional.empty(),
                0);
    }

    /** @throws Refusal.Conflict {@code campaign_not_draft} once it was started */
    public Campaign edited(String newName, Template newTemplate, List<ContactListId> newLists, Route newRoute) {
        requireDraft();
        return new Campaign(
                id,
                organization,
                newName,
                newTemplate,
                newLists,
                newRoute,
                deadline,
                status,
                expansion,
                rollOut,
                plan,
                createdAt,
                startedAt,
                completedAt,
                revision);
    }

    /**
     * A draft with this deadline, or without one.
     *
     * @throws Refusal.Invalid with field {@code deadline} if that has passed, or is more than two years ahead
     * @throws Refusal.Conflict {@code campaign_not_draft} once it was started
     */
    public Campaign until(Optional<Instant> newDeadline, Instant now) {
        requireDraft();
        newDeadline.ifPresent(time -> refusePassed(time, now));
        if (newDeadline
                .filter(time -> time.isAfter(now.plus(Messages.FARTHEST_DEADLINE)))
                .isPresent()) {
            throw new Refusal.Invalid("deadline", "A deadline can be at most two years ahead");
        }
        return new Campaign(
                id,
                organization,
                name,
                template,
                lists,
                route,
                newDeadline.map(time -> time.truncatedTo(ChronoUnit.MICROS)),
                status,
                expansion,
                rollOut,
                plan,
                createdAt,
                startedAt,
                completedAt,
                revision);
    }

    private static void refusePassed(Instant deadline, Instant now) {
        if (!deadline.isAfter(now)) {
            throw new Refusal.Invalid("deadline", "The deadline has passed already");
        }
    }

    /** A draft of the same without a deadline, whatever became of this one. */
    public Campaign duplicated(CampaignId newId, Instant now) {
        var copy = " (copy)";
        var kept = name.substring(0, Math.min(name.length(), Text.NAME_LIMIT - copy.length()));
        return draft(newId, organization, kept.strip() + copy, template, lists, route, now);
    }

    /**
     * To start by itself, or at another time than before.
     *
     * @throws Refusal.Invalid with field {@code at} if that is over, more than a year ahead, or not before the deadline
     * @throws Refusal.Conflict {@code campaign_not_draft} once it was started
     */
    public Campaign scheduled(Schedule schedule, Instant now) {
        requireUnstarted();
        if (!schedule.due().isAfter(now)) {
            throw new Refusal.Invalid("at", "This time is over: choose one in the future");
        }
        if (schedule.due().isAfter(now.plus(FARTHEST_AHEAD))) {
            throw new Refusal.Invalid("at", "A campaign can be scheduled at most a year ahead");
        }
        if (deadline.filter(end -> !end.isAfter(schedule.due())).isPresent()) {
            throw new Refusal.Invalid("at", "It would start after its deadline");
        }
        return planned(CampaignStatus.SCHEDULED, Plan.at(schedule));
    }

    /**
     * A draft again; unscheduling a draft forgets what became of its schedule.
     *
     * @throws Refusal.Conflict {@code campaign_not_draft} once it was started
     */
    public Campaign unscheduled() {
        requireUnstarted();
        return planned(CampaignStatus.DRAFT, Plan.NONE);
    }

    /** A draft again, because it could not be started when it was due. */
    public Campaign startRefused(String why) {
        return planned(CampaignStatus.DRAFT, plan.refused(why));
    }

    /**
     * @throws Refusal.Conflict {@code campaign_not_draft} if it was started before
     * @throws Refusal.Invalid with field {@code deadline} if that has passed
     */
    public Campaign started(Instant now) {
        requireUnstarted();
        deadline.ifPresent(time -> refusePassed(time, now));
        return moved(CampaignStatus.IN_PROGRESS, Expansion.BEGIN, Optional.empty(), Optional.of(now), completedAt);
    }

    /**
     * What has not left is held back; pausing it again changes nothing.
     *
     * @throws Refusal.Conflict {@code campaign_not_running}
     */
    public Campaign paused() {
        if (status == CampaignStatus.PAUSED) {
            return this;
        }
        if (!status.canBecome(CampaignStatus.PAUSED)) {
            throw new Refusal.Conflict("campaign_not_running", "Only a campaign in progress can be paused");
        }
        return steered(CampaignStatus.PAUSED);
    }

    /**
     * Goes on where it was paused; resuming what runs changes nothing.
     *
     * @throws Refusal.Conflict {@code campaign_not_paused}
     */
    public Campaign resumed() {
        if (status == CampaignStatus.IN_PROGRESS) {
            return this;
        }
        if (status != CampaignStatus.PAUSED) {
            throw new Refusal.Conflict("campaign_not_paused", "Only a paused campaign can be resumed");
        }
        return steered(CampaignStatus.IN_PROGRESS);
    }

    /**
     * What has not left never will; canceling it again changes nothing.
     *
     * @throws Refusal.Conflict {@code campaign_not_running} if it is a draft, or is over
     */
    public Campaign canceled(Instant now) {
        if (status == CampaignStatus.CANCELED) {
            return this;
        }
        if (status == CampaignStatus.SCHEDULED) {
            // There are no messages that could follow.
            return moved(CampaignStatus.CANCELED, expansion, rollOut, startedAt, Optional.of(now));
        }
        if (!status.canBecome(CampaignStatus.CANCELED)) {
            throw new Refusal.Conflict(
                    "campaign_not_running",
                    "Only a campaign that is scheduled or was started, and is not over, can be canceled");
        }
        return steered(CampaignStatus.CANCELED);
    }

    private Campaign steered(CampaignStatus next) {
        return moved(next, expansion, Optional.of(RollOut.BEGIN), startedAt, completedAt);
    }

    public Campaign expanded(Expansion progress) {
        return moved(status, progress, rollOut, startedAt, completedAt);
    }

    /** @param progress empty once its status has reached all of its messages */
    public Campaign rolledOut(Optional<RollOut> progress) {
        return moved(status, expansion, progress, startedAt, completedAt);
    }

    /** No message of it is open any more: it is completed, or its cancellation is. */
    public Campaign completed(Instant now) {
        if (!awaitingEnd()) {
            throw new IllegalStateException("A campaign completes once, after its expansion is finished");
        }
        var end = status == CampaignStatus.CANCELED ? CampaignStatus.CANCELED : CampaignStatus.COMPLETED;
        return moved(end, expansion, Optional.empty(), startedAt, Optional.of(now));
    }

    private Campaign moved(
            CampaignStatus newStatus,
            Expansion newExpansion,
            Optional<RollOut> newRollOut,
            Optional<Instant> newStartedAt,
            Optional<Instant> newCompletedAt) {
        return new Campaign(
                id,
                organization,
                name,
                template,
                lists,
                route,
                deadline,
                newStatus,
                newExpansion,
                newRollOut,
                plan,
                createdAt,
                newStartedAt,
                newCompletedAt,
                revision);
    }

    private Campaign planned(CampaignStatus newStatus, Plan newPlan) {
        return new Campaign(
                id,
                organization,
                name,
                template,
                lists,
                route,
                deadline,
                newStatus,
                expansion,
                rollOut,
                newPlan,
                createdAt,
                startedAt,
                completedAt,
                revision);
    }

    /** As it is stored under that revision. */
    public Campaign at(int storedRevision) {
        return new Campaign(
                id,
                organization,
                name,
                template,
                lists,
                route,
                deadline,
                status,
                expansion,
                rollOut,
                plan,
                createdAt,
                startedAt,
                completedAt,
                storedRevision);
    }

    /** @throws Refusal.Conflict {@code campaign_not_draft} once it is scheduled or was started */
    public void requireDraft() {
        requireUnstarted();
        if (status == CampaignStatus.SCHEDULED) {
            throw new Refusal.Conflict("campaign_not_draft", "The campaign is scheduled: unschedule it first");
        }
    }

    private void requireUnstarted() {
        if (status != CampaignStatus.DRAFT && status != CampaignStatus.SCHEDULED) {
            throw new Refusal.Conflict("campaign_not_draft", "The campaign was started already");
        }
    }

    /** Whether it is to start by itself, and the time has come. */
    public boolean due(Instant now) {
        return status == CampaignStatus.SCHEDULED
                && plan.schedule()
                        .filter(schedule -> !schedule.due().isAfter(now))
                        .isPresent();
    }

    public boolean expanding() {
        return status == CampaignStatus.IN_PROGRESS && !expansion.finished();
    }

    /** Whether it is over as soon as no message of it is open. */
    public boolean awaitingEnd() {
        return status == CampaignStatus.CANCELED
                ? completedAt.isEmpty()
                : status.canBecome(CampaignStatus.COMPLETED) && expansion.finished();
    }
}
