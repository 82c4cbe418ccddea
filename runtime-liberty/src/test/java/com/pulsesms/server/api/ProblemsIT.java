package com.pulsesms.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** However a call is wrong, the answer is one kind of document that tells what was wrong. */
@ExtendWith(SharedServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class ProblemsIT {
    private static final String NOBODY = "01900000-0000-7000-8000-000000000000";

    private Workspace workspace;

    @BeforeAll
    void signUp() {
        workspace = Workspace.signUp("Ana");
    }

    @Test
    void asksStrangersForAToken() {
        var refused = Caller.stranger().get("/api/contacts").refusing(401, "unauthenticated");

        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void knowsNobodyByAForgedToken() {
        var forged = "eyJhbGciOiJub25lIn0.eyJpc3MiOiJwdWxzZXNtcyIsInN1YiI6IngifQ.";

        Caller.withToken(forged).get("/api/contacts").refusing(401, "unauthenticated");
        Caller.withToken("nonsense").get("/api/contacts").refusing(401, "unauthenticated");
    }

    @Test
    void knowsNobodyByAForgedCookie() {
        var browser = Caller.stranger().with("Cookie", "pulsesms_session=nonsense");

        browser.get("/api/contacts").refusing(401, "unauthenticated");
        Caller.stranger().with("Cookie", "pulsesms_session=").get("/api/me").refusing(401, "unauthenticated");
    }

    @Test
    void knowsNobodyByAChangedToken() {
        var key = workspace.person().post("/api/api-keys", named("Changed")).expecting(201);
        var token = Workspace.token(key.text("secret"));
        var changed = token.substring(0, token.length() - 6) + (token.endsWith("AAAAAA") ? "BBBBBB" : "AAAAAA");

        Caller.withToken(changed).get("/api/contacts").refusing(401, "unauthenticated");
    }

    @Test
    void knowsNoProgramByARevokedKey() {
        var key = workspace.person().post("/api/api-keys", named("Lost")).expecting(201);
        var program = Caller.withToken(Workspace.token(key.text("secret")));
        program.get("/api/contacts").expecting(200);

        workspace.person().delete("/api/api-keys/" + key.id()).expecting(204);

        program.get("/api/contacts").refusing(401, "api_key_invalid");
    }

    @Test
    void knowsNobodyByASessionThatEnded() {
        var elsewhere = workspace.personElsewhere();
        elsewhere.get("/api/me").expecting(200);

        elsewhere.delete("/api/session").expecting(204);

        elsewhere.get("/api/me").refusing(401, "session_ended");
        workspace.person().get("/api/me").expecting(200);
    }

    @Test
    void takesNoWritesThatAnotherSiteMadeABrowserSend() {
        var tricked = workspace.person().with("Sec-Fetch-Site", "cross-site");

        tricked.post("/api/contacts", named("Planted")).refusing(403, "not_same_origin");
        tricked.get("/api/contacts").expecting(200);
    }

    @Test
    void saysThatThereIsNothing() {
        workspace.program().get("/api/nothing").refusing(404, "not_found");
        workspace.program().get("/api/campaigns/" + NOBODY).refusing(404, "not_found");
        workspace.program().get("/api/campaigns/17").refusing(404, "not_found");
    }

    @Test
    void saysWhichMethodsAPathTakes() {
        var refused = workspace.program().delete("/api/campaigns").refusing(405, "method_not_allowed");

        assertThat(refused.header("Allow")).contains("GET", "POST");
    }

    @Test
    void hasNoOtherKindsOfAnswer() {
        workspace.program().with("Accept", "image/png").get("/api/campaigns").refusing(406, "not_acceptable");
    }

    @Test
    void takesNoOtherKindsOfBody() {
        workspace
                .program()
                .send("POST", "/api/contacts", "text/plain", BodyPublishers.ofString("{}"))
                .refusing(415, "unsupported_media_type");
    }

    @Test
    void takesNoBodyThatIsTooLarge() {
        workspace
                .program()
                .call("POST", "/api/contacts", "{\"name\":\"" + "x".repeat(1 << 20) + "\"}")
                .refusing(413, "too_large");
    }

    @Test
    void takesNoJsonThatIsBroken() {
        workspace.program().call("POST", "/api/contacts", "{\"name\":").refusing(400, "malformed_json");
        workspace.program().call("POST", "/api/contacts", "[]").refusing(400, "malformed_json");
        workspace.program().call("POST", "/api/contacts", "").refusing(400, "malformed_json");
    }

    @Test
    void namesEachFieldThatIsWrong() {
        var refused = workspace
                .program()
                .call("POST", "/api/campaigns", "{\"name\":5,\"lists\":\"all\",\"lsit\":[]}")
                .refusing(400, "invalid");

        assertThat(refused.wrongFields()).containsExactlyInAnyOrder("name", "text", "lists", "lsit");
    }

    @Test
    void namesEachParameterThatIsWrong() {
        var program = workspace.program();

        assertThat(program.get("/api/contacts?limit=0").refusing(400, "invalid").wrongFields())
                .containsExactly("limit");
        assertThat(program.get("/api/contacts?limit=ten")
                        .refusing(400, "invalid")
                        .wrongFields())
                .containsExactly("limit");
        assertThat(program.get("/api/contacts?after=x").refusing(400, "invalid").wrongFields())
                .containsExactly("after");
        assertThat(program.get("/api/messages?status=LOST")
                        .refusing(400, "invalid")
                        .wrongFields())
                .containsExactly("status");
        assertThat(program.get("/api/usage?month=May").refusing(400, "invalid").wrongFields())
                .containsExactly("month");
    }

    @Test
    void saysThatTheAddressIsTaken() {
        var email = workspace.signIn().getString("email");

        Caller.stranger()
                .post("/api/accounts", Workspace.newAccount("Again", email))
                .refusing(409, "email_taken");
    }

    @Test
    void tellsNobodyWhetherTheAddressOrThePasswordIsWrong() {
        var email = workspace.signIn().getString("email");

        var wrongPassword = signIn(email, "wrong horse").refusing(401, "sign_in_failed");
        var wrongAddress = signIn("nobody-" + email, "wrong horse").refusing(401, "sign_in_failed");

        assertThat(wrongPassword.text("detail")).isEqualTo(wrongAddress.text("detail"));
    }

    private static Answer signIn(String email, String password) {
        var body = Json.createObjectBuilder().add("email", email).add("password", password);
        return Caller.stranger().post("/api/session", body.build());
    }

    @Test
    void keepsAProgramFromMakingKeys() {
        workspace.program().post("/api/api-keys", named("More")).refusing(403, "forbidden");
    }

    @Test
    void answersUnderTheIdThatTheCallerGaveTheRequest() {
        var mine = workspace.program().with("X-Request-Id", "call-17").get("/api/nothing");
        var harmful = workspace.program().with("X-Request-Id", "<script>").get("/api/nothing");

        assertThat(mine.refusing(404, "not_found").text("requestId")).isEqualTo("call-17");
        assertThat(harmful.refusing(404, "not_found").text("requestId")).doesNotContain("script");
    }

    private static JsonObject named(String name) {
        return Json.createObjectBuilder().add("name", name).build();
    }
}
