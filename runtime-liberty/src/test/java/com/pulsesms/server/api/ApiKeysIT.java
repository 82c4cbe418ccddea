package com.pulsesms.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** A program may do what the scopes of its key say, for as long as the key lasts. */
@ExtendWith(SharedServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class ApiKeysIT {
    private Workspace workspace;

    @BeforeAll
    void signUp() {
        workspace = Workspace.signUp("Keys");
    }

    private Answer made(JsonObjectBuilder draft) {
        return workspace
                .person()
                .post("/api/api-keys", draft.add("name", "Till").build());
    }

    private static JsonObjectBuilder scopes(String... scopes) {
        return Json.createObjectBuilder().add("scopes", Json.createArrayBuilder(List.of(scopes)));
    }

    @Test
    void letsAProgramDoWhatItsScopesSayAndNoMore() {
        var program = Caller.withToken(
                Workspace.token(made(scopes("messages:send")).expecting(201).text("secret")));

        program.post("/api/messages", Workspace.sms("+381641234567")).expecting(201);
        program.get("/api/messages").refusing(403, "forbidden");
        program.get("/api/contacts").refusing(403, "forbidden");
        program.get("/api/devices").refusing(403, "forbidden");
    }

    @Test
    void givesAKeyAllThatAKeyCanUnlessSaidOtherwise() {
        var key = made(Json.createObjectBuilder()).expecting(201);

        assertThat(key.json().getJsonArray("scopes").toString()).contains("campaigns:write", "devices:write");
        assertThat(key.json().isNull("expiresAt")).isTrue();
    }

    @Test
    void endsAKeyWhenItExpires() throws InterruptedException {
        var end = Instant.now().plusSeconds(4);
        var key = made(Json.createObjectBuilder().add("expiresAt", end.toString()))
                .expecting(201);
        var secret = key.text("secret");
        var program = Caller.withToken(Workspace.token(secret));
        program.get("/api/contacts").expecting(200);

        Thread.sleep(6_000);

        // The token ends with the key, so that nobody is known by it.
        program.get("/api/contacts").expecting(401);
        Caller.stranger()
                .post(
                        "/api/auth/token",
                        Json.createObjectBuilder().add("apiKey", secret).build())
                .refusing(401, "api_key_expired");
    }

    @Test
    void refusesScopesThatThereAreNotAndTimesThatHavePassed() {
        made(scopes("world:rule")).refusing(400, "invalid");
        made(scopes("api-keys:manage")).refusing(400, "invalid");
        made(Json.createObjectBuilder().add("expiresAt", "2020-01-01T00:00:00Z"))
                .refusing(400, "invalid");
    }

    @Test
    void tellsWhenAKeyWasUsedLast() {
        var key = made(Json.createObjectBuilder()).expecting(201);
        assertThat(workspace.person().get("/api/api-keys/" + key.id()).json().isNull("lastUsedAt"))
                .isTrue();

        Workspace.token(key.text("secret"));

        assertThat(workspace.person().get("/api/api-keys/" + key.id()).json().isNull("lastUsedAt"))
                .isFalse();
    }
}
