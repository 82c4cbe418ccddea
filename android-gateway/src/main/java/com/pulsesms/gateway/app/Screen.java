package com.pulsesms.gateway.app;

import android.app.Activity;
import android.os.Bundle;
import android.os.Handler;
import android.os.Looper;
import android.view.MenuItem;
import android.view.View;
import android.widget.TextView;
import com.pulsesms.gateway.engine.GatewayListener;

/** A screen that shows itself anew whenever the engine did something. */
abstract class Screen extends Activity implements GatewayListener {
    private static final long CALM_MILLIS = 300;

    private final Handler main = new Handler(Looper.getMainLooper());
    private final Runnable showing = this::show;

    /** Shows what is the case now; called on the main thread. */
    abstract void show();

    final GatewayApp app() {
        return GatewayApp.of(this);
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        boolean child = !(this instanceof MainActivity) && !isTaskRoot();
        if (getActionBar() != null && child) {
            getActionBar().setDisplayHomeAsUpEnabled(true);
        }
    }

    @Override
    public boolean onOptionsItemSelected(MenuItem item) {
        if (item.getItemId() == android.R.id.home) {
            finish();
            return true;
        }
        return super.onOptionsItemSelected(item);
    }

    @Override
    protected void onResume() {
        super.onResume();
        app().listen(this);
        show();
    }

    @Override
    protected void onPause() {
        app().unlisten(this);
        main.removeCallbacks(showing);
        super.onPause();
    }

    @Override
    public final void changed() {
        main.removeCallbacks(showing);
        main.postDelayed(showing, CALM_MILLIS);
    }

    @Override
    public final void ended() {
        changed();
    }

    final void onMain(Runnable work) {
        main.post(work);
    }

    final TextView text(int id) {
        return (TextView) findViewById(id);
    }

    final void onClick(int id, Runnable action) {
        findViewById(id).setOnClickListener(view -> action.run());
    }

    final void showOnly(int id, boolean visible) {
        findViewById(id).setVisibility(visible ? View.VISIBLE : View.GONE);
    }
}
