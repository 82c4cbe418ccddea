package com.pulsesms.core.campaign;

import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Text;
import com.pulsesms.core.message.Route;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One text to the contacts of some lists. It is a draft until a person or a program starts it; then it is expanded into
 * messages page by page, and it completes when the expansion is finished and no message of it waits or is at a device.
 *
 * @param lists in the order chosen: a number on several gets the text once, with the values of the first
 * @param revision counts the saves; saving from a stale one is refused
 */
public record Campaign(
        CampaignId id,
        OrganizationId organization,
        String name,
        Template template,
        List<ContactListId> lists,
        Route route,
        CampaignStatus status,
        Expansion expansion,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> completedAt,
        int revision) {
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
                status,
                expansion,
                createdAt,
                startedAt,
                completedAt,
                revision);
    }

    /** @throws Refusal.Conflict {@code campaign_not_draft} if it was started before */
    public Campaign started(Instant now) {
        requireDraft();
        return new Campaign(
                id,
                organization,
                name,
                template,
                lists,
                route,
                CampaignStatus.IN_PROGRESS,
                Expansion.BEGIN,
                createdAt,
                Optional.of(now),
                completedAt,
                revision);
    }

    public Campaign expanded(Expansion progress) {
        return new Campaign(
                id,
                organization,
                name,
                template,
                lists,
                route,
                status,
                progress,
                createdAt,
                startedAt,
                completedAt,
                revision);
    }

    public Campaign completed(Instant now) {
        if (!status.canBecome(CampaignStatus.COMPLETED) || !expansion.finished()) {
            throw new IllegalStateException("A campaign completes once, after its expansion is finished");
        }
        return new Campaign(
                id,
                organization,
                name,
                template,
                lists,
                route,
                CampaignStatus.COMPLETED,
                expansion,
                createdAt,
                startedAt,
                Optional.of(now),
                revision);
    }

    public void requireDraft() {
        if (status != CampaignStatus.DRAFT) {
            throw new Refusal.Conflict("campaign_not_draft", "The campaign was started already");
        }
    }

    public boolean expanding() {
        return status == CampaignStatus.IN_PROGRESS && !expansion.finished();
    }

    public boolean awaitingEnd() {
        return status == CampaignStatus.IN_PROGRESS && expansion.finished();
    }
}
