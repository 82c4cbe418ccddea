package com.pulsesms.gateway.app;

import static org.assertj.core.api.Assertions.assertThat;

import android.app.Application;
import android.content.ContentValues;
import android.database.Cursor;
import android.database.sqlite.SQLiteDatabase;
import com.pulsesms.gateway.engine.Change;
import com.pulsesms.gateway.engine.Claim;
import com.pulsesms.gateway.engine.Departure;
import com.pulsesms.gateway.engine.EntryJson;
import com.pulsesms.gateway.engine.Outbox;
import com.pulsesms.gateway.engine.OutboxContract;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;

@RunWith(RobolectricTestRunner.class)
public class SqliteOutboxTest {
    private final Application app = RuntimeEnvironment.getApplication();

    private static final class Boxes implements OutboxContract {
        private final Application app;
        private int boxes;

        Boxes(Application app) {
            this.app = app;
        }

        @Override
        public Outbox outbox() {
            boxes++;
            return new SqliteOutbox(app, "device-" + boxes);
        }

        @Override
        public Outbox afterDeath(Outbox outbox) {
            // A second connection sees what is committed, and nothing else.
            return new SqliteOutbox(app, "device-" + boxes);
        }
    }

    /** The contract is written for JUnit 5, Robolectric runs on JUnit 4. */
    @Test
    public void keepsTheContractOfAllOutboxes() throws Exception {
        Boxes boxes = new Boxes(app);
        List<String> kept = new ArrayList<>();
        for (Method rule : OutboxContract.class.getDeclaredMethods()) {
            if (rule.isAnnotationPresent(org.junit.jupiter.api.Test.class)) {
                rule.invoke(boxes);
                kept.add(rule.getName());
            }
        }
        assertThat(kept).hasSizeGreaterThanOrEqualTo(9);
    }

    @Test
    public void syncsEachCommitToTheDisk() {
        try (OutboxSchema schema = new OutboxSchema(app, "sync.db");
                Cursor cursor = schema.getWritableDatabase().rawQuery("pragma synchronous", null)) {
            cursor.moveToFirst();

            assertThat(cursor.getInt(0)).isEqualTo(2);
        }
    }

    @Test
    public void keepsPairingsApart() {
        try (Outbox one = new SqliteOutbox(app, "one");
                Outbox two = new SqliteOutbox(app, "two")) {
            one.write(new Change().put(OutboxContract.entry("a", 1, 1)));

            assertThat(two.find(new Claim("a", 1))).isNull();
        }
    }

    @Test
    public void takesTheMessagesOfAnOlderSchemaAlong() {
        try (OutboxSchema schema = new OutboxSchema(app, OutboxSchema.fileOf("old"));
                SQLiteDatabase old = app.openOrCreateDatabase(OutboxSchema.fileOf("old"), 0, null)) {
            schema.onUpgrade(old, 0, 1);
            old.setVersion(1);
            ContentValues row = new ContentValues();
            row.put("id", "a");
            row.put("claim", 3);
            row.put("ord", 1);
            row.put("state", "CLAIMED");
            row.put("arrived", 5);
            row.put("body", EntryJson.of(OutboxContract.entry("a", 3, 1)));
            old.insertOrThrow("entry", null, row);
        }

        try (Outbox outbox = new SqliteOutbox(app, "old")) {
            assertThat(outbox.find(new Claim("a", 3)).message().text()).isEqualTo("Hi č€");
            outbox.write(new Change().departed(new Departure(OutboxContract.NOW, 1, 1)));
            assertThat(outbox.departures()).hasSize(1);
        }
    }

    @Test
    public void storesNothingOfAChangeThatFails() {
        try (Outbox outbox = new SqliteOutbox(app, "whole")) {
            Change broken = new Change().put(OutboxContract.entry("a", 1, 1)).setting("name", null);
            try {
                outbox.write(broken);
            } catch (RuntimeException expected) {
                assertThat(outbox.find(new Claim("a", 1))).isNull();
                return;
            }
            throw new AssertionError("A null setting was stored");
        }
    }
}
