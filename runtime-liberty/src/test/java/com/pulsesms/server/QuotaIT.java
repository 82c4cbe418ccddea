package com.pulsesms.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs see of a server whose accounts are on the free plan. */
class QuotaIT {
    private static final int LIMIT = 100;

    @TempDir
    private static Path folder;

    private static PulseSmsServer server;

    @BeforeAll
    static void start() throws Exception {
        server = PulseSmsServer.in(folder).with("PULSESMS_PLAN", "free");
        server.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static JsonObject usage(Workspace workspace) throws Exception {
        return workspace.program().get("usage").json();
    }

    private static String draft(Workspace workspace, int contacts) throws Exception {
        var program = workspace.program();
        var list = program.post("contacts", "{\"name\": \"Customers\"}").json().getString("id");
        for (var n = 0; n < contacts; n++) {
            program.post("contacts/" + list + "/entries", "{\"phone\": \"+38164123450%d\"}".formatted(n));
        }
        var draft = "{\"name\": \"Sale\", \"text\": \"Hi\", \"lists\": [\"%s\"]}".formatted(list);
        return program.post("campaigns", draft).json().getString("id");
    }

    private static void refuses(Answer answer, int used, int requested) {
        assertThat(answer.status()).isEqualTo(402);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo("quota_exceeded");
        assertThat(answer.json().getInt("limit")).isEqualTo(LIMIT);
        assertThat(answer.json().getInt("used")).isEqualTo(used);
        assertThat(answer.json().getInt("requested")).isEqualTo(requested);
        assertThat(answer.json().getInt("remaining")).isEqualTo(LIMIT - used);
        assertThat(Instant.parse(answer.json().getString("resetsAt"))).isAfter(Instant.now());
    }

    @Test
    void letsAMonthsMessagesThroughAndRefusesTheNextWithTheNumbers() throws Exception {
        var workspace = Workspace.signUp(server.url());
        var last = "";
        for (var n = 0; n < LIMIT; n++) {
            last = workspace.send("Hello");
        }
        var one = "{\"to\": \"+381641234567\", \"text\": \"Hello\"}";

        refuses(workspace.program().post("messages", one), LIMIT, 1);

        workspace.program().post("messages/" + last + "/cancel", "{}");
        assertThat(usage(workspace).getInt("used")).isEqualTo(LIMIT - 1);
        assertThat(workspace.program().post("messages", one).status()).isEqualTo(201);
        Workspace.signUp(server.url()).send("Hello");
    }

    @Test
    void refusesACampaignWithTheNumbersBeforeItStarts() throws Exception {
        var workspace = Workspace.signUp(server.url());
        for (var n = 0; n < LIMIT - 2; n++) {
            workspace.send("Hello");
        }
        var tooLarge = draft(workspace, 3);
        var right = draft(workspace, 2);

        refuses(workspace.program().post("campaigns/" + tooLarge + "/start", "{}"), LIMIT - 2, 3);

        var refused = workspace.program().get("campaigns/" + tooLarge).json();
        var preview = "{\"text\": \"Hi\", \"lists\": %s}".formatted(refused.get("lists"));
        assertThat(workspace.program().post("campaigns/preview", preview).json().getInt("quotaRemaining"))
                .isEqualTo(2);
        assertThat(refused.getString("status")).isEqualTo("DRAFT");
        assertThat(workspace
                        .program()
                        .post("campaigns/" + right + "/start", "{}")
                        .status())
                .isEqualTo(200);
        assertThat(usage(workspace).getInt("remaining")).isZero();
    }

    @Test
    void tellsWhatThePlanAllowsAndWhatIsUsed() throws Exception {
        var workspace = Workspace.signUp(server.url());
        workspace.send("Hello");
        var month = YearMonth.now(ZoneOffset.UTC);

        var usage = usage(workspace);

        assertThat(usage.getString("plan")).isEqualTo("FREE");
        assertThat(usage.getInt("limit")).isEqualTo(LIMIT);
        assertThat(usage.getInt("used")).isEqualTo(1);
        assertThat(usage.getInt("remaining")).isEqualTo(LIMIT - 1);
        assertThat(usage.getString("periodStart")).isEqualTo(month.atDay(1) + "T00:00:00Z");
        assertThat(usage.getString("periodEnd")).isEqualTo(month.plusMonths(1).atDay(1) + "T00:00:00Z");
    }
}
