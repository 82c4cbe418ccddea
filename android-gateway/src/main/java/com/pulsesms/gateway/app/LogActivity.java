package com.pulsesms.gateway.app;

import android.os.Bundle;
import android.text.format.DateUtils;
import android.view.View;
import android.view.ViewGroup;
import android.widget.BaseAdapter;
import android.widget.ListView;
import android.widget.TextView;
import com.pulsesms.gateway.R;
import com.pulsesms.gateway.engine.Entry;
import com.pulsesms.gateway.engine.GatewayEngine;
import java.util.Collections;
import java.util.List;

/** The latest messages with their state and the reason for it. */
public final class LogActivity extends Screen {
    private static final int SHOWN = 200;

    private final Rows rows = new Rows();

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(R.layout.log);
        ListView list = (ListView) findViewById(R.id.list);
        list.setAdapter(rows);
        list.setEmptyView(findViewById(R.id.empty));
    }

    @Override
    void show() {
        GatewayEngine engine = app().engine();
        if (engine != null) {
            app().inBackground(() -> {
                List<Entry> latest = engine.ledger().latest(SHOWN);
                onMain(() -> rows.set(latest));
            });
        }
    }

    private final class Rows extends BaseAdapter {
        private List<Entry> entries = Collections.emptyList();

        void set(List<Entry> newEntries) {
            entries = newEntries;
            notifyDataSetChanged();
        }

        @Override
        public int getCount() {
            return entries.size();
        }

        @Override
        public Entry getItem(int position) {
            return entries.get(position);
        }

        @Override
        public long getItemId(int position) {
            return entries.get(position).order();
        }

        @Override
        public View getView(int position, View former, ViewGroup parent) {
            View row = former != null ? former : getLayoutInflater().inflate(R.layout.log_row, parent, false);
            Entry entry = getItem(position);
            text(row, R.id.to).setText(entry.message().to());
            text(row, R.id.text).setText(entry.message().text());
            text(row, R.id.status).setText(Texts.status(entry));
            text(row, R.id.status).setTextColor(getColor(Texts.color(entry.status())));
            text(row, R.id.time).setText(time(entry));
            text(row, R.id.reason).setVisibility(entry.code() == null ? View.GONE : View.VISIBLE);
            if (entry.code() != null) {
                text(row, R.id.reason).setText(Texts.reason(LogActivity.this, entry.code()));
                text(row, R.id.reason).setTextColor(getColor(Texts.color(entry.status())));
            }
            return row;
        }

        private TextView text(View row, int id) {
            return (TextView) row.findViewById(id);
        }

        private CharSequence time(Entry entry) {
            long at = entry.departure() == null
                    ? entry.arrived().wallMillis()
                    : entry.departure().at().wallMillis();
            int flags = DateUtils.FORMAT_SHOW_DATE | DateUtils.FORMAT_SHOW_TIME | DateUtils.FORMAT_ABBREV_ALL;
            return DateUtils.formatDateTime(LogActivity.this, at, flags);
        }
    }
}
