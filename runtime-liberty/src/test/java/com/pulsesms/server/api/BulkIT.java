package com.pulsesms.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many at once: all of them, or none. */
@ExtendWith(SharedServer.class)
class BulkIT {
    private Workspace workspace;

    @BeforeEach
    void signUp() {
        workspace = Workspace.signUp("Bulk");
    }

    private static JsonObject recipient(String to, String name) {
        return Json.createObjectBuilder()
                .add("to", to)
                .add("variables", Json.createObjectBuilder().add("name", name))
                .build();
    }

    private static JsonObject messages(JsonObject... recipients) {
        var all = Json.createArrayBuilder();
        for (var recipient : recipients) {
            all.add(recipient);
        }
        return Json.createObjectBuilder()
                .add("text", "Hi {{name}}!")
                .add("recipients", all)
                .build();
    }

    private static JsonObject contacts(int count, String last) {
        var all = Json.createArrayBuilder();
        for (var n = 0; n < count; n++) {
            all.add(Json.createObjectBuilder().add("phone", "+38164%07d".formatted(n)));
        }
        all.add(Json.createObjectBuilder().add("phone", last));
        return Json.createObjectBuilder().add("contacts", all).build();
    }

    @Test
    void writesToEachRecipientWithTheirOwnValues() {
        var sent = workspace
                .program()
                .post("/api/messages", messages(recipient("+381641234567", "Ana"), recipient("064 7654321", "Bo")))
                .expecting(201);

        assertThat(sent.data()).extracting(message -> message.getString("text")).containsExactly("Hi Ana!", "Hi Bo!");
        assertThat(sent.data())
                .extracting(message -> message.getString("to"))
                .containsExactly("+381641234567", "+381647654321");
    }

    @Test
    void writesToNobodyIfOneRecipientIsNotValid() {
        var wrong = messages(recipient("+381641234567", "Ana"), recipient("nobody", "Bo"), recipient("1", "Cy"));

        var refused = workspace.program().post("/api/messages", wrong).refusing(400, "invalid");

        assertThat(refused.wrongFields()).containsExactly("recipients[1].to", "recipients[2].to");
        assertThat(workspace.program().get("/api/messages").data()).isEmpty();
    }

    @Test
    void saysWhatItDoesNotKnowOfARecipient() {
        var wrong = Json.createObjectBuilder(recipient("+381641234567", "Ana"))
                .add("nme", "x")
                .build();

        var refused = workspace.program().post("/api/messages", messages(wrong)).refusing(400, "invalid");

        assertThat(refused.wrongFields()).containsExactly("recipients[0].nme");
    }

    @Test
    void addsAThousandContactsAtOnce() {
        var list = workspace.list("Many");

        var added = workspace
                .program()
                .post("/api/contacts/" + list + "/entries", contacts(999, "064 1234567"))
                .expecting(201);

        assertThat(added.data()).hasSize(1000);
        var counted = workspace.program().get("/api/contacts/" + list).expecting(200);
        assertThat(counted.json().toString()).contains("1000");
    }

    @Test
    void addsNoContactIfOneIsNotValid() {
        var list = workspace.list("Few", "+381641234567");
        var path = "/api/contacts/" + list + "/entries";

        assertThat(workspace
                        .program()
                        .post(path, contacts(2, "nobody"))
                        .refusing(400, "invalid")
                        .wrongFields())
                .containsExactly("contacts[2].phone");
        assertThat(workspace
                        .program()
                        .post(path, contacts(2, "064 1234567"))
                        .refusing(400, "invalid")
                        .wrongFields())
                .containsExactly("contacts[2].phone");
        assertThat(workspace
                        .program()
                        .post(path, contacts(1000, "064 1234568"))
                        .refusing(400, "invalid")
                        .wrongFields())
                .containsExactly("contacts");
        assertThat(workspace.program().get(path).data()).hasSize(1);
    }
}
