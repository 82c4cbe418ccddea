package com.pulsesms.gateway.app;

import android.content.Context;
import android.database.sqlite.SQLiteDatabase;
import android.database.sqlite.SQLiteOpenHelper;

/** The outbox's tables and how they grew: each version adds its steps, and no step ever deletes a message. */
final class OutboxSchema extends SQLiteOpenHelper {
    private static final String[][] STEPS = {
        {
            "create table entry (id text not null, claim integer not null, ord integer not null, state text not null,"
                    + " seq integer, arrived integer not null, body text not null, primary key (id, claim))",
            "create index entry_by_state on entry (state, ord)",
            "create index entry_by_seq on entry (seq) where seq is not null",
            "create table setting (name text not null primary key, value text not null)"
        },
        {"create table departure (wall integer not null, body text not null)"},
    };
    static final int VERSION = STEPS.length;

    OutboxSchema(Context context, String file) {
        super(context, file, null, VERSION);
        // The classic journal with full sync: a commit is on disk when it returns.
        setWriteAheadLoggingEnabled(false);
    }

    static String fileOf(String deviceId) {
        return "outbox-" + deviceId.replaceAll("[^A-Za-z0-9-]", "_") + ".db";
    }

    @Override
    public void onConfigure(SQLiteDatabase db) {
        db.execSQL("pragma synchronous = full");
    }

    @Override
    public void onCreate(SQLiteDatabase db) {
        onUpgrade(db, 0, VERSION);
    }

    @Override
    public void onUpgrade(SQLiteDatabase db, int from, int to) {
        for (int version = from; version < to; version++) {
            for (String statement : STEPS[version]) {
                db.execSQL(statement);
            }
        }
    }
}
