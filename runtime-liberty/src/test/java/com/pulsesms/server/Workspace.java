package com.pulsesms.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;

/** A person's fresh organization, used as a program does: by its API key. */
record Workspace(Caller program) {
    static Workspace signUp(URI server) throws Exception {
        var stranger = new Caller(server, "");
        var account = stranger.post("accounts", """
                {"name": "Ana", "email": "ana-%s@example.com", "password": "correct horse battery",
                 "region": "RS", "timeZone": "Europe/Belgrade"}
                """.formatted(UUID.randomUUID()));
        assertThat(account.status()).isEqualTo(201);
        var key = account.json().getJsonObject("apiKey").getString("secret");
        var token = stranger.post("auth/token", "{\"apiKey\": \"" + key + "\"}");
        return new Workspace(new Caller(server, token.json().getString("token")));
    }

    Phone pair() throws Exception {
        return Phone.pair(program.server(), pairingCode());
    }

    String pairingCode() throws Exception {
        return program.post("devices/pairing-codes", "{}").json().getString("code");
    }

    /** Sends a message to some number and tells its id. */
    String send(String text) throws Exception {
        var sent = program.post("messages", "{\"to\": \"+381641234567\", \"text\": \"" + text + "\"}");
        assertThat(sent.status()).isEqualTo(201);
        return sent.json().getString("id");
    }

    /** Sends a message that must leave through one SIM of a phone. */
    void send(String text, String device, int sim) throws Exception {
        var body = "{\"to\": \"+381641234567\", \"text\": \"%s\", \"deviceId\": \"%s\", \"sim\": %d}";
        assertThat(program.post("messages", body.formatted(text, device, sim)).status())
                .isEqualTo(201);
    }

    String status(String message) throws Exception {
        return program.get("messages/" + message).json().getString("status");
    }
}
