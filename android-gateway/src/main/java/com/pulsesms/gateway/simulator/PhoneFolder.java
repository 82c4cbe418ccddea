package com.pulsesms.gateway.simulator;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.pulsesms.gateway.engine.Outbox;
import com.pulsesms.gateway.engine.Pairing;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;

/** What a simulated phone remembers over restarts: its installation, its pairing and one outbox per device id. */
final class PhoneFolder {
    private final File folder;
    private Pairing pairing;
    private String installationId;

    /** @param folder null for a phone that forgets everything with its process */
    PhoneFolder(File folder) throws IOException {
        this.folder = folder;
        if (folder != null) {
            Files.createDirectories(folder.toPath());
        }
        JsonObject json = folder == null || !file().exists() ? new JsonObject() : read();
        installationId = json.getString("installationId", null);
        pairing = json.get("deviceId") == null ? null : pairing(json);
        if (installationId == null) {
            // On disk before the first pairing, so that a lost answer can be asked for again.
            installationId = UUID.randomUUID().toString();
            save();
        }
    }

    String installationId() {
        return installationId;
    }

    Pairing pairing() {
        return pairing;
    }

    void paired(Pairing newPairing) throws IOException {
        pairing = newPairing;
        save();
    }

    Outbox outbox() {
        return folder == null ? new MemoryOutbox() : new FileOutbox(new File(folder, pairing.deviceId()));
    }

    private File file() {
        return new File(folder, "phone.json");
    }

    private JsonObject read() throws IOException {
        byte[] bytes = Files.readAllBytes(file().toPath());
        return Json.parse(new String(bytes, StandardCharsets.UTF_8)).asObject();
    }

    private void save() throws IOException {
        if (folder == null) {
            return;
        }
        JsonObject json = new JsonObject().add("installationId", installationId);
        if (pairing != null) {
            json.add("server", pairing.server())
                    .add("deviceId", pairing.deviceId())
                    .add("token", pairing.token())
                    .add("organizationId", pairing.organizationId())
                    .add("organizationName", pairing.organizationName())
                    .add("heartbeatSeconds", pairing.heartbeatSeconds())
                    .add("pollSeconds", pairing.pollSeconds());
        }
        File fresh = new File(folder, "phone.json.new");
        try (FileOutputStream out = new FileOutputStream(fresh)) {
            out.write(json.toString().getBytes(StandardCharsets.UTF_8));
            out.getFD().sync();
        }
        Journal.replace(fresh, file());
    }

    private static Pairing pairing(JsonObject json) {
        return new Pairing(
                json.getString("server", ""),
                json.getString("deviceId", ""),
                json.getString("token", ""),
                json.getString("organizationId", ""),
                json.getString("organizationName", ""),
                json.getInt("heartbeatSeconds", 30),
                json.getInt("pollSeconds", 50));
    }
}
