package com.pulsesms.core.campaign;

import com.pulsesms.core.Storage;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.message.Route;
import java.util.List;
import java.util.function.UnaryOperator;

/** Campaigns for tests. */
public final class ACampaign {
    private ACampaign() {}

    public static Campaign draft(OrganizationId organization, ContactListId... lists) {
        return through(organization, Route.ANY, lists);
    }

    public static Campaign through(OrganizationId organization, Route route, ContactListId... lists) {
        return Campaign.draft(
                new CampaignId(Sample.id()),
                organization,
                "Spring sale",
                Template.parse("Hi {{name|there}}!"),
                List.of(lists),
                route,
                Sample.NOW);
    }

    /** A draft that is stored, of a list of its own with this many contacts. */
    public static Campaign stored(Storage storage, OrganizationId organization, int contacts) {
        return stored(storage, draft(organization, Audience.of(storage, organization, contacts)));
    }

    public static Campaign stored(Storage storage, Campaign campaign) {
        storage.transactions().run(() -> storage.campaigns().insert(campaign));
        return campaign;
    }

    public static Campaign started(Storage storage, Campaign draft) {
        return storage.transactions().call(() -> {
            storage.campaigns().update(draft.started(Sample.NOW));
            return storage.campaigns().find(draft.organization(), draft.id()).orElseThrow();
        });
    }

    /** As a person steers it; its messages do not follow yet. */
    public static Campaign steered(Storage storage, Campaign campaign, UnaryOperator<Campaign> turn) {
        return storage.transactions().call(() -> {
            var locked = storage.campaigns()
                    .lock(campaign.organization(), campaign.id())
                    .orElseThrow();
            storage.campaigns().update(turn.apply(locked));
            return storage.campaigns()
                    .find(campaign.organization(), campaign.id())
                    .orElseThrow();
        });
    }

    /** A campaign in progress that is wholly made into messages, one for each contact of a list of its own. */
    public static Campaign expanded(Storage storage, OrganizationId organization, int contacts) {
        var started = started(storage, stored(storage, organization, contacts));
        return storage.transactions().call(() -> {
            var locked = storage.campaigns().lock(organization, started.id()).orElseThrow();
            storage.campaigns().expand(locked, Math.max(1, contacts), Sample.NOW);
            storage.campaigns().update(locked.expanded(Expansion.BEGIN.nextList(1)));
            return storage.campaigns().find(organization, started.id()).orElseThrow();
        });
    }
}
