package com.pulsesms.core;

import static com.pulsesms.core.kernel.Permission.API_KEYS_MANAGE;
import static com.pulsesms.core.kernel.Permission.CAMPAIGNS_READ;
import static com.pulsesms.core.kernel.Permission.CAMPAIGNS_WRITE;
import static com.pulsesms.core.kernel.Permission.CONTACTS_READ;
import static com.pulsesms.core.kernel.Permission.CONTACTS_WRITE;
import static com.pulsesms.core.kernel.Permission.DEVICES_READ;
import static com.pulsesms.core.kernel.Permission.DEVICES_WRITE;
import static com.pulsesms.core.kernel.Permission.MESSAGES_READ;
import static com.pulsesms.core.kernel.Permission.MESSAGES_SEND;
import static com.pulsesms.core.kernel.Permission.ORGANIZATION_READ;
import static com.pulsesms.core.kernel.Permission.ORGANIZATION_WRITE;
import static com.pulsesms.core.kernel.Permission.WEBHOOKS_MANAGE;

import com.pulsesms.core.campaign.BulkSending;
import com.pulsesms.core.campaign.Campaigns;
import com.pulsesms.core.contact.Contacts;
import com.pulsesms.core.contact.ImportOptions;
import com.pulsesms.core.contact.OptOuts;
import com.pulsesms.core.device.Devices;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.ApiKeyId;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.ContactId;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.DeliveryId;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.EndpointId;
import com.pulsesms.core.kernel.EventType;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OptOutId;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Permission;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.message.Lane;
import com.pulsesms.core.message.MessageFilter;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.core.message.Messages;
import com.pulsesms.core.message.Route;
import com.pulsesms.core.organization.Organizations;
import com.pulsesms.core.webhook.DeliveryFilter;
import com.pulsesms.core.webhook.DeliveryState;
import com.pulsesms.core.webhook.Webhooks;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** Everything that an actor can ask for, named as it is in the code. */
enum UseCase {
    CURRENT_ORGANIZATION(
            "Organizations.current",
            Names.NOTHING,
            Set.of(ORGANIZATION_READ),
            (p, a, t) -> p.organizations().current(a)),
    CHANGE_ORGANIZATION(
            "Organizations.change",
            Names.NOTHING,
            Set.of(ORGANIZATION_WRITE),
            (p, a, t) -> p.organizations().change(a, Organizations.Change.NONE.named("New name"))),

    CREATE_KEY(
            "ApiKeys.create",
            Names.NOTHING,
            Set.of(API_KEYS_MANAGE),
            (p, a, t) -> p.apiKeys().create(a, "Key", Set.of())),
    LIST_KEYS(
            "ApiKeys.page",
            Names.NOTHING,
            Set.of(API_KEYS_MANAGE),
            (p, a, t) -> p.apiKeys().page(a, PageRequest.first())),
    FIND_KEY(
            "ApiKeys.find",
            Names.THING,
            Set.of(API_KEYS_MANAGE),
            (p, a, t) -> p.apiKeys().find(a, t.key())),
    REVOKE_KEY(
            "ApiKeys.revoke",
            Names.THING,
            Set.of(API_KEYS_MANAGE),
            (p, a, t) -> p.apiKeys().revoke(a, t.key())),

    CREATE_LIST(
            "Contacts.createList",
            Names.NOTHING,
            Set.of(CONTACTS_WRITE),
            (p, a, t) -> p.contacts().createList(a, "List")),
    LIST_LISTS(
            "Contacts.lists",
            Names.NOTHING,
            Set.of(CONTACTS_READ),
            (p, a, t) -> p.contacts().lists(a, PageRequest.first())),
    FIND_LIST(
            "Contacts.list",
            Names.THING,
            Set.of(CONTACTS_READ),
            (p, a, t) -> p.contacts().list(a, t.list())),
    RENAME_LIST(
            "Contacts.renameList",
            Names.THING,
            Set.of(CONTACTS_WRITE),
            (p, a, t) -> p.contacts().renameList(a, t.list(), "New name")),
    DELETE_LIST(
            "Contacts.deleteList",
            Names.THING,
            Set.of(CONTACTS_WRITE),
            (p, a, t) -> p.contacts().deleteList(a, t.list())),
    ADD_CONTACT(
            "Contacts.add",
            Names.THING,
            Set.of(CONTACTS_WRITE),
            (p, a, t) -> p.contacts().add(a, t.list(), Contacts.Draft.of("0649999999", "New"))),
    ADD_CONTACTS(
            "Contacts.addAll",
            Names.THING,
            Set.of(CONTACTS_WRITE),
            (p, a, t) -> p.contacts().addAll(a, t.list(), List.of(Contacts.Draft.of("0649999999", "New")))),
    UPDATE_CONTACT(
            "Contacts.update",
            Names.THING,
            Set.of(CONTACTS_WRITE),
            (p, a, t) -> p.contacts()
                    .update(
                            a,
                            t.list(),
                            t.contact(),
                            new Contacts.Change(Optional.empty(), Optional.of("New"), Optional.empty(), Map.of()))),
    REMOVE_CONTACT(
            "Contacts.remove",
            Names.THING,
            Set.of(CONTACTS_WRITE),
            (p, a, t) -> p.contacts().remove(a, t.list(), t.contact())),
    FIND_CONTACT(
            "Contacts.entry",
            Names.THING,
            Set.of(CONTACTS_READ),
            (p, a, t) -> p.contacts().entry(a, t.list(), t.contact())),
    LIST_CONTACTS(
            "Contacts.entries",
            Names.THING,
            Set.of(CONTACTS_READ),
            (p, a, t) -> p.contacts().entries(a, t.list(), PageRequest.first())),
    EXPORT_CONTACTS(
            "Contacts.export",
            Names.THING,
            Set.of(CONTACTS_READ),
            (p, a, t) -> p.contacts().export(a, t.list(), OutputStream.nullOutputStream())),
    IMPORT_CONTACTS(
            "ContactImport.run",
            Names.THING,
            Set.of(CONTACTS_WRITE),
            (p, a, t) -> p.contactImport().run(a, t.list(), csv(), ImportOptions.GUESSED)),

    ADD_OPT_OUTS(
            "OptOuts.add",
            Names.NOTHING,
            Set.of(CONTACTS_WRITE),
            (p, a, t) -> p.optOuts().add(a, OptOuts.Draft.of("0647777777"))),
    REMOVE_OPT_OUT(
            "OptOuts.remove",
            Names.THING,
            Set.of(CONTACTS_WRITE),
            (p, a, t) -> p.optOuts().remove(a, t.optOut())),
    FIND_OPT_OUT(
            "OptOuts.find",
            Names.THING,
            Set.of(CONTACTS_READ),
            (p, a, t) -> p.optOuts().find(a, t.optOut())),
    LIST_OPT_OUTS(
            "OptOuts.page",
            Names.NOTHING,
            Set.of(CONTACTS_READ),
            (p, a, t) -> p.optOuts().page(a, PageRequest.first())),
    SEARCH_OPT_OUTS(
            "OptOuts.search",
            Names.NOTHING,
            Set.of(CONTACTS_READ),
            (p, a, t) -> p.optOuts().search(a, "0646666666")),
    EXPORT_OPT_OUTS(
            "OptOuts.export",
            Names.NOTHING,
            Set.of(CONTACTS_READ),
            (p, a, t) -> p.optOuts().export(a, OutputStream.nullOutputStream())),
    IMPORT_OPT_OUTS(
            "OptOutImport.run",
            Names.NOTHING,
            Set.of(CONTACTS_WRITE),
            (p, a, t) -> p.optOutImport().run(a, csv(), ImportOptions.GUESSED)),

    LIST_DEVICES(
            "Devices.page",
            Names.NOTHING,
            Set.of(DEVICES_READ),
            (p, a, t) -> p.devices().page(a, PageRequest.first())),
    FIND_DEVICE(
            "Devices.find",
            Names.THING,
            Set.of(DEVICES_READ),
            (p, a, t) -> p.devices().find(a, t.device())),
    CHANGE_DEVICE(
            "Devices.change",
            Names.THING,
            Set.of(DEVICES_WRITE),
            (p, a, t) -> p.devices().change(a, t.device(), Devices.Change.named("New name"))),
    OFFER_PAIRING(
            "Pairing.offer",
            Names.NOTHING,
            Set.of(DEVICES_WRITE),
            (p, a, t) -> p.pairing().offer(a)),
    REMOVE_DEVICE(
            "DeviceRemoval.remove",
            Names.THING,
            Set.of(DEVICES_WRITE),
            (p, a, t) -> p.deviceRemoval().remove(a, t.device())),

    SEND_MESSAGE(
            "Messages.send",
            Names.THING_IN_A_FIELD,
            Set.of(MESSAGES_SEND),
            (p, a, t) -> p.messages()
                    .send(
                            a,
                            new Messages.NewMessage(
                                    "0641234567",
                                    "Hello",
                                    Lane.NORMAL,
                                    new Route(Optional.of(t.device()), Optional.empty()),
                                    Optional.empty()))),
    SEND_MESSAGES(
            "Messages.sendAll",
            Names.NOTHING,
            Set.of(MESSAGES_SEND),
            (p, a, t) -> p.messages().sendAll(a, List.of(Messages.NewMessage.of("0641234567", "Hello")))),
    SEND_IN_BULK(
            "BulkSending.send",
            Names.THING_IN_A_FIELD,
            Set.of(MESSAGES_SEND),
            (p, a, t) -> p.bulkSending()
                    .send(
                            a,
                            new BulkSending.Wish(
                                    "Hello",
                                    List.of(new BulkSending.Recipient("0641234567", Map.of())),
                                    Lane.NORMAL,
                                    new Route(Optional.of(t.device()), Optional.empty()),
                                    Optional.empty()))),
    FIND_MESSAGE(
            "Messages.find",
            Names.THING,
            Set.of(MESSAGES_READ),
            (p, a, t) -> p.messages().find(a, t.message())),
    LIST_MESSAGES(
            "Messages.page",
            Names.NOTHING,
            Set.of(MESSAGES_READ),
            (p, a, t) -> p.messages().page(a, MessageFilter.ALL, PageRequest.first())),
    TELL_USAGE(
            "Messages.usage",
            Names.NOTHING,
            Set.of(MESSAGES_READ),
            (p, a, t) -> p.messages().usage(a, YearMonth.from(Sample.NOW.atZone(ZoneOffset.UTC)))),

    RESEND_MESSAGE(
            "Resending.message",
            Names.THING,
            Set.of(MESSAGES_SEND),
            (p, a, t) -> p.resending().message(a, t.failed())),
    RESEND_CAMPAIGN(
            "Resending.campaign",
            Names.THING,
            Set.of(CAMPAIGNS_WRITE, MESSAGES_SEND),
            (p, a, t) -> p.resending().campaign(a, t.campaign(), Set.of(MessageStatus.FAILED))),

    TEST_CAMPAIGN(
            "TestSending.send",
            Names.THING,
            Set.of(CAMPAIGNS_READ, CONTACTS_READ, MESSAGES_SEND),
            (p, a, t) -> p.testSending().send(a, t.campaign(), "0649999999", Optional.empty())),

    PAUSE_CAMPAIGN(
            "Steering.pause",
            Names.THING,
            Set.of(CAMPAIGNS_WRITE),
            (p, a, t) -> p.steering().pause(a, t.running())),
    RESUME_CAMPAIGN(
            "Steering.resume",
            Names.THING,
            Set.of(CAMPAIGNS_WRITE, MESSAGES_SEND),
            (p, a, t) -> p.steering().resume(a, t.running())),
    CANCEL_CAMPAIGN(
            "Steering.cancel",
            Names.THING,
            Set.of(CAMPAIGNS_WRITE),
            (p, a, t) -> p.steering().cancel(a, t.running())),
    SCHEDULE_CAMPAIGN(
            "Scheduling.schedule",
            Names.THING,
            Set.of(CAMPAIGNS_WRITE, MESSAGES_SEND),
            (p, a, t) -> p.scheduling()
                    .schedule(
                            a,
                            t.campaign(),
                            LocalDateTime.ofInstant(Sample.NOW, ZoneOffset.UTC).plusDays(1))),
    UNSCHEDULE_CAMPAIGN(
            "Scheduling.unschedule",
            Names.THING,
            Set.of(CAMPAIGNS_WRITE),
            (p, a, t) -> p.scheduling().unschedule(a, t.campaign())),
    CANCEL_MESSAGE(
            "Steering.cancelMessage",
            Names.THING,
            Set.of(MESSAGES_SEND),
            (p, a, t) -> p.steering().cancelMessage(a, t.message())),

    CREATE_CAMPAIGN(
            "Campaigns.create",
            Names.THING_IN_A_FIELD,
            Set.of(CAMPAIGNS_WRITE),
            (p, a, t) -> p.campaigns().create(a, Campaigns.Draft.of("Sale", "Hi", t.list()))),
    DUPLICATE_CAMPAIGN(
            "Campaigns.duplicate",
            Names.THING,
            Set.of(CAMPAIGNS_READ, CAMPAIGNS_WRITE),
            (p, a, t) -> p.campaigns().duplicate(a, t.campaign())),
    EDIT_CAMPAIGN(
            "Campaigns.edit",
            Names.THING,
            Set.of(CAMPAIGNS_WRITE),
            (p, a, t) -> p.campaigns().edit(a, t.campaign(), Campaigns.Draft.of("Sale", "Hi", t.list()))),
    DELETE_CAMPAIGN(
            "Campaigns.delete",
            Names.THING,
            Set.of(CAMPAIGNS_WRITE),
            (p, a, t) -> p.campaigns().delete(a, t.campaign())),
    START_CAMPAIGN(
            "Campaigns.start",
            Names.THING,
            Set.of(CAMPAIGNS_WRITE, MESSAGES_SEND),
            (p, a, t) -> p.campaigns().start(a, t.campaign())),
    FIND_CAMPAIGN(
            "Campaigns.find",
            Names.THING,
            Set.of(CAMPAIGNS_READ),
            (p, a, t) -> p.campaigns().find(a, t.campaign())),
    LIST_CAMPAIGNS(
            "Campaigns.page",
            Names.NOTHING,
            Set.of(CAMPAIGNS_READ),
            (p, a, t) -> p.campaigns().page(a, PageRequest.first())),
    PREVIEW_CAMPAIGN(
            "Campaigns.preview",
            Names.THING_IN_A_FIELD,
            Set.of(CAMPAIGNS_READ, CONTACTS_READ),
            (p, a, t) -> p.campaigns().preview(a, "Hi", List.of(t.list()))),
    PREDICT_CAMPAIGNS(
            "Predictions.of",
            Names.NOTHING,
            Set.of(CAMPAIGNS_READ),
            (p, a, t) -> p.predictions().of(a, List.of())),
    PREDICT_PREVIEW(
            "Predictions.preview",
            Names.NOTHING,
            Set.of(CAMPAIGNS_READ),
            (p, a, t) -> p.predictions().preview(a, Route.ANY, ofNobody())),

    CREATE_WEBHOOK(
            "Webhooks.create",
            Names.NOTHING,
            Set.of(WEBHOOKS_MANAGE),
            (p, a, t) -> p.webhooks().create(a, "https://example.com", Set.of(EventType.MESSAGE_SENT))),
    LIST_WEBHOOKS(
            "Webhooks.page",
            Names.NOTHING,
            Set.of(WEBHOOKS_MANAGE),
            (p, a, t) -> p.webhooks().page(a, PageRequest.first())),
    FIND_WEBHOOK(
            "Webhooks.find",
            Names.THING,
            Set.of(WEBHOOKS_MANAGE),
            (p, a, t) -> p.webhooks().find(a, t.webhook())),
    CHANGE_WEBHOOK(
            "Webhooks.change",
            Names.THING,
            Set.of(WEBHOOKS_MANAGE),
            (p, a, t) -> p.webhooks().change(a, t.webhook(), Webhooks.Change.NONE.enabled(false))),
    ROTATE_WEBHOOK_SECRET(
            "Webhooks.rotate",
            Names.THING,
            Set.of(WEBHOOKS_MANAGE),
            (p, a, t) -> p.webhooks().rotate(a, t.webhook())),
    DELETE_WEBHOOK(
            "Webhooks.delete",
            Names.THING,
            Set.of(WEBHOOKS_MANAGE),
            (p, a, t) -> p.webhooks().delete(a, t.webhook())),
    LIST_DELIVERIES(
            "Deliveries.page",
            Names.THING,
            Set.of(WEBHOOKS_MANAGE),
            (p, a, t) -> p.deliveries().page(a, t.webhook(), DeliveryFilter.ALL, PageRequest.first())),
    FIND_DELIVERY(
            "Deliveries.find",
            Names.THING,
            Set.of(WEBHOOKS_MANAGE),
            (p, a, t) -> p.deliveries().find(a, t.webhook(), t.delivery())),
    TEST_WEBHOOK(
            "Deliveries.test",
            Names.THING,
            Set.of(WEBHOOKS_MANAGE),
            (p, a, t) -> p.deliveries().test(a, t.webhook())),
    REDELIVER(
            "Deliveries.redeliver",
            Names.THING,
            Set.of(WEBHOOKS_MANAGE),
            (p, a, t) -> p.deliveries().redeliver(a, t.webhook(), t.delivery())),
    REDELIVER_RANGE(
            "Deliveries.redeliverAll",
            Names.THING,
            Set.of(WEBHOOKS_MANAGE),
            (p, a, t) -> p.deliveries()
                    .redeliverAll(
                            a, t.webhook(), Sample.NOW, Sample.NOW.plusSeconds(60), Set.of(DeliveryState.FAILED)));

    private static Campaigns.Preview ofNobody() {
        var parts = new Campaigns.Parts(0, 1, 1, 1);
        return new Campaigns.Preview(0, 0, 0, new TreeMap<>(), parts, List.of(), List.of(), OptionalLong.empty());
    }

    /** How a use case says what it is about: this decides how it refuses what isn't the actor's. */
    enum Names {
        NOTHING,
        THING,
        THING_IN_A_FIELD
    }

    /** One of each thing of an organization; the campaign is a draft to the list, another is in progress. */
    record Things(
            ApiKeyId key,
            ContactListId list,
            ContactId contact,
            OptOutId optOut,
            DeviceId device,
            MessageId message,
            MessageId failed,
            CampaignId campaign,
            CampaignId running,
            EndpointId webhook,
            DeliveryId delivery) {}

    interface Call {
        void by(PulseSms core, Actor actor, Things things);
    }

    final String method;
    final Names names;
    final Set<Permission> needs;
    final Call call;

    UseCase(String method, Names names, Set<Permission> needs, Call call) {
        this.method = method;
        this.names = names;
        this.needs = needs;
        this.call = call;
    }

    private static ByteArrayInputStream csv() {
        return new ByteArrayInputStream("phone\n0648888888\n".getBytes(StandardCharsets.UTF_8));
    }
}
