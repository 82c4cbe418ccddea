package com.pulsesms.core.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.StorageContract;
import com.pulsesms.core.campaign.ACampaign;
import com.pulsesms.core.contact.Contact;
import com.pulsesms.core.device.ADevice;
import com.pulsesms.core.device.Device;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.organization.AnOrganization;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link HandOverStore} keeps about the texts of messages. */
public interface WordingContract extends StorageContract {
    private HandOverStore store() {
        return storage().handOver();
    }

    private AtDevice at(Device device) {
        return AtDevice.of(storage(), device);
    }

    private List<Claimed> reoffered(Device device) {
        return call(() ->
                store().reoffer(device.organization(), HandOverStore.Wish.of(device.id(), 100), AtDevice.LEASE_ENDS));
    }

    private static List<MessageId> ids(List<Claimed> claimed) {
        return claimed.stream().map(c -> c.claim().message()).toList();
    }

    @Test
    default void tellsTheTextAndTheContactOfACampaignsMessage() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        var campaign = ACampaign.expanded(storage(), organization, 1);
        var contact = onlyContact(campaign.lists().get(0), organization);

        var claimed = at(device).claimed();

        assertThat(claimed).hasSize(1);
        assertThat(claimed.get(0).campaign()).contains(campaign.id());
        assertThat(claimed.get(0).to()).isEqualTo(contact.phone());
        assertThat(claimed.get(0).wording()).isEqualTo(new Wording.Personal(campaign.template(), contact));
    }

    private Contact onlyContact(ContactListId list, OrganizationId organization) {
        return call(() -> storage().contacts().entries(organization, list, PageRequest.first()))
                .items()
                .get(0);
    }

    @Test
    default void tellsThatTheContactOfACampaignsMessageIsGone() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        var campaign = ACampaign.expanded(storage(), organization, 2);
        var list = campaign.lists().get(0);
        var deleted = onlyContact(list, organization);
        run(() -> storage().contacts().delete(organization, list, deleted.id()));

        var claimed = at(device).claimed();

        assertThat(claimed)
                .filteredOn(c -> c.to().equals(deleted.phone()))
                .extracting(Claimed::wording)
                .containsExactly(new Wording.ContactGone());
        assertThat(claimed)
                .filteredOn(c -> !c.to().equals(deleted.phone()))
                .extracting(Claimed::wording)
                .hasOnlyElementsOfType(Wording.Personal.class);
    }

    @Test
    default void tellsThatTheContactIsGoneWithItsWholeList() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        var campaign = ACampaign.expanded(storage(), organization, 1);
        run(() -> storage().contacts().delete(organization, campaign.lists().get(0)));

        assertThat(at(device).claimed()).extracting(Claimed::wording).containsExactly(new Wording.ContactGone());
    }

    @Test
    default void writesAnewForTheContactAsItIsWhenAMessageIsClaimedAgain() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        var campaign = ACampaign.expanded(storage(), organization, 1);
        var id = ids(at(device).claimed()).get(0);
        var renamed = onlyContact(campaign.lists().get(0), organization).named(Optional.of("Maja"));
        run(() -> store().requeue(organization, List.of(id), Sample.NOW, false));
        run(() -> storage().contacts().update(renamed));

        assertThat(at(device).claimed())
                .extracting(Claimed::wording)
                .containsExactly(new Wording.Personal(campaign.template(), renamed));
    }

    @Test
    default void keepsTheTextsThatWereWritten() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        ACampaign.expanded(storage(), organization, 2);
        var claimed = at(device).claimed();
        var one = claimed.get(0).claim().message();
        var two = claimed.get(1).claim().message();

        run(() -> store().write(
                        organization,
                        List.of(
                                new HandOverStore.Written(one, "Hi Ana!", 1),
                                new HandOverStore.Written(two, "Hi Maja!", 3))));

        var written = call(() -> storage().messages().find(organization, two)).orElseThrow();
        assertThat(written.text()).contains("Hi Maja!");
        assertThat(written.parts()).isEqualTo(3);
        assertThat(reoffered(device))
                .extracting(Claimed::wording)
                .containsExactly(new Wording.Written("Hi Ana!"), new Wording.Written("Hi Maja!"));
    }

    @Test
    default void writesNothingWhenThereIsNothingToWrite() {
        var organization = AnOrganization.in(storage());

        run(() -> {
            store().write(organization, List.of());
            store().settle(organization, List.of());
            store().requeue(organization, List.of(), Sample.NOW, true);
            store().accept(organization, List.of());
        });

        assertThat(call(() -> store().lock(organization, List.of()))).isEmpty();
    }
}
