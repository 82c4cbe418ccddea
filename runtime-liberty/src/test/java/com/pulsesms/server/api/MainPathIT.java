package com.pulsesms.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What programs do with the API, from signing up to a campaign that waits for a phone. */
@ExtendWith(SharedServer.class)
class MainPathIT {
    @Test
    void signsUpAPersonWithAnOrganizationAndAKeyThatIsShownOnce() {
        var workspace = Workspace.signUp("Ana");

        var byToken = workspace.program().get("/api/me").expecting(200).json();
        var byCookie = workspace.person().get("/api/me").expecting(200).json();

        assertThat(byToken.getString("apiKeyId")).isEqualTo(workspace.apiKey());
        assertThat(byToken.isNull("user")).isTrue();
        assertThat(byCookie.getJsonObject("user").getString("id")).isEqualTo(workspace.user());
        assertThat(byCookie.getJsonObject("organization")).isEqualTo(byToken.getJsonObject("organization"));
        assertThat(workspace
                        .person()
                        .get("/api/api-keys/" + workspace.apiKey())
                        .expecting(200)
                        .json())
                .doesNotContainKey("secret");
    }

    @Test
    void keepsTheBrowsersTokenFromScriptsAndOtherSites() {
        var cookie = Caller.stranger()
                .post("/api/session", Workspace.signUp("Ana").signIn())
                .expecting(201)
                .header("Set-Cookie");

        assertThat(cookie).startsWith("pulsesms_session=").contains("HttpOnly", "SameSite=Lax", "Path=/");
    }

    @Test
    void movesBetweenOrganizations() {
        var workspace = Workspace.signUp("Ana");
        var second = Json.createObjectBuilder()
                .add("name", "Second")
                .add("region", "DE")
                .add("timeZone", "Europe/Berlin");
        var made = workspace.person().post("/api/organizations", second.build()).expecting(201);

        var there = workspace.person().with("X-Organization-Id", made.id());
        there.post("/api/contacts", named("Kunden")).expecting(201);

        assertThat(there.get("/api/contacts").data()).hasSize(1);
        assertThat(workspace.person().get("/api/contacts").data()).isEmpty();
        assertThat(workspace.person().get("/api/organizations").data()).hasSize(2);
        assertThat(workspace
                        .person()
                        .patch("/api/organizations/" + made.id(), named("Zweite"))
                        .expecting(200)
                        .text("timeZone"))
                .isEqualTo("Europe/Berlin");
    }

    @Test
    void keepsContactsOfAList() {
        var workspace = Workspace.signUp("Ana");
        var program = workspace.program();
        var contact = Json.createObjectBuilder()
                .add("phone", "064 123 45 67")
                .add("name", "Mika")
                .add("email", "mika@example.com")
                .add("attributes", Json.createObjectBuilder().add("City", "Novi Sad"))
                .build();
        var entries = "/api/contacts/" + workspace.list("Friends") + "/entries";

        var added = program.post(entries, contact).expecting(201);
        var change = Json.createObjectBuilder().addNull("email").add("name", "Mika Mikić");
        program.patch(entries + "/" + added.id(), change.build()).expecting(200);
        var read = program.get(entries + "/" + added.id()).expecting(200).json();

        assertThat(added.header("Location")).endsWith(entries + "/" + added.id());
        assertThat(read.getString("phone")).isEqualTo("+381641234567");
        assertThat(read.getString("name")).isEqualTo("Mika Mikić");
        assertThat(read.get("email")).isEqualTo(JsonValue.NULL);
        assertThat(read.getJsonObject("attributes").getString("city")).isEqualTo("Novi Sad");
        program.post(entries, contact).refusing(409, "contact_exists");
        program.delete(entries + "/" + added.id()).expecting(204);
        program.get(entries + "/" + added.id()).refusing(404, "not_found");
    }

    @Test
    void pagesThroughAList() {
        var workspace = Workspace.signUp("Ana");
        var list = workspace.list("Many", "+381641000001", "+381641000002", "+381641000003");
        var path = "/api/contacts/" + list + "/entries?limit=2";

        var first = workspace.program().get(path).expecting(200);
        var second = workspace
                .program()
                .get(path + "&after=" + first.text("nextCursor"))
                .expecting(200);

        var phones = new ArrayList<String>();
        Stream.of(first, second)
                .flatMap(page -> page.data().stream())
                .forEach(one -> phones.add(one.getString("phone")));
        assertThat(phones).containsExactly("+381641000001", "+381641000002", "+381641000003");
        assertThat(second.json().isNull("nextCursor")).isTrue();
    }

    @Test
    void importsAFileAfterADryRunAndExportsIt() {
        var workspace = Workspace.signUp("Ana");
        var list = workspace.list("Imported");
        var csv = "Ime;Handy;Grad\r\nMika;064/111-2233;Novi Sad\r\nPera;12;Niš\r\n";
        var query = "?column=Handy:phone&column=Ime:name";

        var dry = workspace
                .importCsv(list, query + "&dryRun=true", csv)
                .expecting(200)
                .json();
        var nothing =
                workspace.program().get("/api/contacts/" + list).expecting(200).json();
        var real = workspace.importCsv(list, query, csv).expecting(200).json();
        var exported =
                workspace.program().get("/api/contacts/" + list + "/export").expecting(200);

        assertThat(dry.getInt("imported")).isEqualTo(1);
        assertThat(nothing.getInt("contacts")).isZero();
        assertThat(real.getInt("imported")).isEqualTo(1);
        assertThat(real.getInt("invalid")).isEqualTo(1);
        assertThat(real.getJsonArray("problems").getJsonObject(0).getInt("line"))
                .isEqualTo(3);
        assertThat(exported.header("Content-Type")).startsWith("text/csv");
        assertThat(exported.body()).contains("+381641112233,Mika,,Novi Sad");
    }

    @Test
    void importsAFileThatAFormSends() {
        var workspace = Workspace.signUp("Ana");
        var list = workspace.list("Imported");
        var form = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"c.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\nphone,name\r\n+381641112233,Mika\r\n\r\n--x--\r\n";

        var report = workspace
                .program()
                .send(
                        "POST",
                        "/api/contacts/" + list + "/import",
                        "multipart/form-data; boundary=x",
                        BodyPublishers.ofString(form))
                .expecting(200);

        assertThat(report.json().getInt("imported")).isEqualTo(1);
    }

    @Test
    void startsACampaignWhoseMessagesAPhoneIsHanded() {
        var workspace = Workspace.signUp("Ana");
        var program = workspace.program();
        var list = workspace.list("Customers", "+381641000001", "+381641000002");
        var phone = workspace.phone();
        var campaign = "/api/campaigns/" + workspace.campaign("Spring", list);

        program.put(campaign, Workspace.draft("Summer", list)).expecting(200);
        var started = program.post(campaign + "/start").expecting(200);
        program.post(campaign + "/start").refusing(409, "campaign_not_draft");
        var handed = Eventually.get(phone::claim, answer -> answer.status() == 200);

        assertThat(started.text("name")).isEqualTo("Summer");
        assertThat(started.text("status")).isEqualTo("IN_PROGRESS");
        assertThat(handed.json().getJsonArray("messages").getValuesAs(JsonObject.class))
                .extracting(message -> message.getString("text"))
                .containsOnly("Hi Ana");
        assertThat(program.get(campaign + "/messages").expecting(200).data()).hasSize(2);
        assertThat(program.get(campaign)
                        .expecting(200)
                        .json()
                        .getJsonObject("counts")
                        .getInt("queued"))
                .isEqualTo(2);
    }

    @Test
    void writesToNobodyWhoOptedOut() {
        var workspace = Workspace.signUp("Ana");
        var program = workspace.program();
        var list = workspace.list("Customers", "+381641000001", "+381641000002", "+381641000003");
        var campaign = "/api/campaigns/" + workspace.campaign("Spring", list);
        var phone = workspace.phone();
        var before = workspace.optOut("064 1000 001");
        program.post(campaign + "/start").expecting(200);
        Eventually.get(
                () -> program.get(campaign + "/messages"),
                answer -> answer.data().size() == 3);

        var file = BodyPublishers.ofString("phone;reason\n+381641000002;Replied STOP\n");
        var imported =
                program.send("POST", "/api/opt-outs/import", "text/csv", file).expecting(200);
        var handed = phone.claim().expecting(200);
        var skipped = program.get(campaign + "/messages?status=SKIPPED").data();

        assertThat(imported.json().getInt("imported")).isEqualTo(1);
        assertThat(handed.json().getJsonArray("messages")).hasSize(1);
        assertThat(skipped)
                .hasSize(2)
                .allSatisfy(
                        message -> assertThat(message.getJsonObject("failure").getString("code"))
                                .isEqualTo("OPTED_OUT"));
        assertThat(program.get(campaign).json().getJsonObject("counts").getInt("skipped"))
                .isEqualTo(2);
        program.post("/api/messages", Workspace.sms("+381641000002")).refusing(400, "opted_out");
        assertThat(program.get("/api/opt-outs?phone=%2B381641000002").data())
                .extracting(optOut -> optOut.getString("reason"))
                .containsExactly("Replied STOP");
        assertThat(program.get("/api/opt-outs/export").expecting(200).body()).contains("+381641000002,Replied STOP,");
        program.delete("/api/opt-outs/" + before).expecting(204);
        workspace.message("+381641000001");
    }

    @Test
    void resendsWhatFailedOnce() {
        var workspace = Workspace.signUp("Ana");
        var program = workspace.program();
        var phone = workspace.phone();
        var campaign = "/api/campaigns/" + workspace.campaign("Spring", workspace.list("One", "+381641000001"));
        program.post(campaign + "/start").expecting(200);
        var handed = Eventually.get(phone::claim, answer -> answer.status() == 200)
                .json()
                .getJsonArray("messages")
                .getJsonObject(0);
        var id = handed.getString("id");
        phone.accept(id, handed.getInt("claim")).expecting(200);
        phone.reportFailed(id, handed.getInt("claim")).expecting(200);
        var failed = Json.createObjectBuilder()
                .add("status", Json.createArrayBuilder().add("FAILED"))
                .build();

        var told = program.get("/api/messages/" + id).expecting(200).json().getJsonObject("failure");
        var resent = program.post(campaign + "/resend", failed).expecting(200).json();
        var again = program.post(campaign + "/resend", failed).expecting(200).json();
        program.post("/api/messages/" + id + "/resend").refusing(409, "already_resent");

        assertThat(told.getString("code")).isEqualTo("RESULT_ERROR_NO_SERVICE");
        assertThat(told.getString("reason")).isEqualTo("The phone had no network");
        assertThat(resent.getInt("resent")).isEqualTo(1);
        assertThat(again.getInt("resent")).isZero();
        assertThat(program.get("/api/messages?status=QUEUED").data())
                .extracting(message -> message.getString("resendOf"))
                .containsExactly(id);
        assertThat(program.get(campaign).json().getJsonObject("counts").getInt("total"))
                .isEqualTo(1);
    }

    @Test
    void previewsWhatACampaignWouldSend() {
        var workspace = Workspace.signUp("Ana");
        var list = workspace.list("Customers", "+381641000001");
        var wish = Json.createObjectBuilder()
                .add("text", "Hi {{name}}")
                .add("lists", Json.createArrayBuilder().add(list));

        var preview = workspace
                .program()
                .post("/api/campaigns/preview", wish.build())
                .expecting(200)
                .json();

        assertThat(preview.getInt("recipients")).isEqualTo(1);
        assertThat(preview.getJsonArray("samples").getJsonObject(0).getString("text"))
                .isEqualTo("Hi Ana");
    }

    @Test
    void queuesASingleMessageAndFindsItAgain() {
        var workspace = Workspace.signUp("Ana");
        var id = workspace.message("064 123 45 67");
        workspace.message("+381641234568");

        var found = workspace
                .program()
                .get("/api/messages?status=QUEUED&to=%2B381641234567")
                .expecting(200)
                .data();

        assertThat(found).extracting(message -> message.getString("id")).containsExactly(id);
        assertThat(workspace.program().get("/api/messages/" + id).expecting(200).text("text"))
                .isEqualTo("Hello");
        var usage = workspace.program().get("/api/usage").expecting(200).json();
        assertThat(usage.getInt("messages")).isZero();
        assertThat(usage.getString("plan")).isEqualTo("ENTERPRISE");
        assertThat(usage.isNull("limit")).isTrue();
        assertThat(usage.isNull("remaining")).isTrue();
    }

    @Test
    void pairsNamesPacesAndRemovesAPhone() {
        var workspace = Workspace.signUp("Ana");
        var phone = workspace.phone();
        var path = "/api/devices/" + phone.id();
        var change = Json.createObjectBuilder()
                .add("name", "On the shelf")
                .add("pace", Json.createObjectBuilder().add("unlimited", true));

        var changed =
                workspace.program().patch(path, change.build()).expecting(200).json();
        workspace.person().delete(path).expecting(204);

        assertThat(changed.getString("name")).isEqualTo("On the shelf");
        assertThat(changed.getJsonObject("pace").getBoolean("unlimited")).isTrue();
        workspace.program().get(path).refusing(404, "not_found");
        assertThat(workspace.program().get("/api/devices").data()).isEmpty();
        phone.claim().refusing(410, "device_removed");
    }

    private static JsonObject named(String name) {
        return Json.createObjectBuilder().add("name", name).build();
    }
}
