package com.pulsesms.gateway.app;

import android.content.ContentValues;
import android.content.Context;
import android.database.Cursor;
import android.database.SQLException;
import android.database.sqlite.SQLiteDatabase;
import com.eclipsesource.json.Json;
import com.pulsesms.gateway.engine.Change;
import com.pulsesms.gateway.engine.Claim;
import com.pulsesms.gateway.engine.Departure;
import com.pulsesms.gateway.engine.Entry;
import com.pulsesms.gateway.engine.EntryJson;
import com.pulsesms.gateway.engine.EntryState;
import com.pulsesms.gateway.engine.Outbox;
import com.pulsesms.gateway.engine.OutboxFailed;
import com.pulsesms.gateway.engine.QueueCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The outbox of one pairing in its own SQLite database. */
final class SqliteOutbox implements Outbox {
    private static final String HIGHEST_NUMBER = "#highestNumber";
    private static final String ENTRIES = "select body from entry ";

    private final SQLiteDatabase db;

    /** @param deviceId names the database, so that two pairings never mix */
    SqliteOutbox(Context context, String deviceId) {
        db = new OutboxSchema(context, OutboxSchema.fileOf(deviceId)).getWritableDatabase();
    }

    @Override
    public Entry find(Claim claim) {
        List<Entry> found = entries("where id = ? and claim = ?", claim.messageId(), Integer.toString(claim.number()));
        return found.isEmpty() ? null : found.get(0);
    }

    @Override
    public List<Entry> ofMessage(String messageId) {
        return entries("where id = ? order by claim", messageId);
    }

    @Override
    public List<Entry> inState(EntryState state, int limit) {
        return entries("where state = ? order by ord limit " + limit, state.name());
    }

    @Override
    public List<Entry> withReport(int limit) {
        return entries("where seq is not null order by seq limit " + limit);
    }

    @Override
    public List<Entry> latest(int limit) {
        return entries("order by ord desc limit " + limit);
    }

    private List<Entry> entries(String where, String... arguments) {
        List<Entry> entries = new ArrayList<Entry>();
        try (Cursor cursor = db.rawQuery(ENTRIES + where, arguments)) {
            while (cursor.moveToNext()) {
                entries.add(EntryJson.parse(cursor.getString(0)));
            }
        } catch (SQLException e) {
            throw new OutboxFailed("Can't read the outbox", e);
        }
        return entries;
    }

    @Override
    public QueueCounts counts() {
        String count = "select sum(state = 'CLAIMED'), sum(state = 'ACCEPTED'), sum(state = 'SENDING'),"
                + " count(seq) from entry where state <> 'DONE' or seq is not null";
        try (Cursor cursor = db.rawQuery(count, null)) {
            cursor.moveToFirst();
            return new QueueCounts(cursor.getInt(0), cursor.getInt(1), cursor.getInt(2), cursor.getInt(3));
        } catch (SQLException e) {
            throw new OutboxFailed("Can't read the outbox", e);
        }
    }

    @Override
    public long highestNumber() {
        String highest = setting(HIGHEST_NUMBER);
        return highest == null ? 0 : Long.parseLong(highest);
    }

    @Override
    public String setting(String name) {
        try (Cursor cursor = db.rawQuery("select value from setting where name = ?", new String[] {name})) {
            return cursor.moveToFirst() ? cursor.getString(0) : null;
        } catch (SQLException e) {
            throw new OutboxFailed("Can't read the outbox", e);
        }
    }

    @Override
    public List<Departure> departures() {
        List<Departure> departures = new ArrayList<Departure>();
        try (Cursor cursor = db.rawQuery("select body from departure order by rowid", null)) {
            while (cursor.moveToNext()) {
                departures.add(
                        EntryJson.departure(Json.parse(cursor.getString(0)).asObject()));
            }
        } catch (SQLException e) {
            throw new OutboxFailed("Can't read the outbox", e);
        }
        return departures;
    }

    @Override
    public void write(Change change) {
        try {
            db.beginTransaction();
            try {
                apply(change);
                db.setTransactionSuccessful();
            } finally {
                db.endTransaction();
            }
        } catch (SQLException e) {
            throw new OutboxFailed("Can't write the outbox", e);
        }
    }

    private void apply(Change change) {
        for (Claim claim : change.deletes()) {
            db.delete("entry", "id = ? and claim = ?", key(claim));
        }
        long highest = highestNumber();
        long before = highest;
        for (Entry entry : change.puts()) {
            db.replaceOrThrow("entry", null, row(entry));
            long seq = entry.report() == null ? 0 : entry.report().seq();
            highest = Math.max(highest, Math.max(entry.order(), seq));
        }
        if (highest > before) {
            set(HIGHEST_NUMBER, Long.toString(highest));
        }
        for (Map.Entry<String, String> each : change.settings().entrySet()) {
            set(each.getKey(), each.getValue());
        }
        for (Departure departure : change.departures()) {
            ContentValues row = new ContentValues();
            row.put("wall", departure.at().wallMillis());
            row.put("body", EntryJson.toJson(departure).toString());
            db.insertOrThrow("departure", null, row);
        }
        forget(change);
    }

    private void forget(Change change) {
        if (change.forgetDeparturesBefore() != Long.MIN_VALUE) {
            db.delete("departure", "wall < ?", new String[] {Long.toString(change.forgetDeparturesBefore())});
        }
        if (change.forgetClosedBefore() != Long.MIN_VALUE) {
            String closed = "state = 'DONE' and seq is null and arrived < ?";
            db.delete("entry", closed, new String[] {Long.toString(change.forgetClosedBefore())});
        }
    }

    private static String[] key(Claim claim) {
        return new String[] {claim.messageId(), Integer.toString(claim.number())};
    }

    private static ContentValues row(Entry entry) {
        ContentValues row = new ContentValues();
        row.put("id", entry.claim().messageId());
        row.put("claim", entry.claim().number());
        row.put("ord", entry.order());
        row.put("state", entry.state().name());
        row.put(
                "seq",
                entry.report() == null ? null : Long.valueOf(entry.report().seq()));
        row.put("arrived", entry.arrived().wallMillis());
        row.put("body", EntryJson.of(entry));
        return row;
    }

    private void set(String name, String value) {
        ContentValues row = new ContentValues();
        row.put("name", name);
        row.put("value", value);
        db.replaceOrThrow("setting", null, row);
    }

    @Override
    public void close() {
        db.close();
    }
}
