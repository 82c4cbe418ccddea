package com.pulsesms.server.api;

import java.util.List;
import java.util.stream.Stream;

/** A workspace that has one of everything. */
record Filled(
        Workspace workspace,
        String list,
        String contact,
        String optOut,
        String campaign,
        String message,
        PairedPhone phone,
        String webhook,
        String delivery) {
    static Filled of(String name) {
        var workspace = Workspace.signUp(name);
        var list = workspace.list("Customers");
        var contact = workspace.contact(list, "+381641234567");
        var campaign = workspace.campaign("Spring", list);
        var message = workspace.message("+381641234568");
        var optOut = workspace.optOut("+381641234569");
        var webhook = workspace.webhook();
        var delivery = workspace.delivery(webhook);
        return new Filled(workspace, list, contact, optOut, campaign, message, workspace.phone(), webhook, delivery);
    }

    /** Another one, to which something could be delivered. */
    String enabledWebhook() {
        return workspace.webhook();
    }

    /** Nobody else may ever see one of these. */
    List<String> ids() {
        return List.of(
                workspace.organization(),
                workspace.apiKey(),
                workspace.user(),
                list,
                contact,
                optOut,
                campaign,
                message,
                phone.id(),
                webhook,
                delivery);
    }

    /** All that its owner sees, to be compared with what they see later. */
    List<String> seen() {
        return Stream.of(
                        "/api/organizations/" + workspace.organization(),
                        "/api/api-keys",
                        "/api/contacts",
                        "/api/contacts/" + list + "/entries",
                        "/api/opt-outs",
                        "/api/campaigns",
                        "/api/campaigns/" + campaign + "/messages",
                        "/api/messages",
                        "/api/devices",
                        "/api/webhooks",
                        "/api/webhooks/" + webhook + "/deliveries",
                        "/api/usage")
                .map(path -> workspace.person().get(path).expecting(200).body())
                .toList();
    }
}
