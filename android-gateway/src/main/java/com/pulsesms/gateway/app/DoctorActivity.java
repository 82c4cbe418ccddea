package com.pulsesms.gateway.app;

import android.content.ActivityNotFoundException;
import android.content.Intent;
import android.os.Bundle;
import android.view.View;
import android.view.ViewGroup;
import android.widget.ImageView;
import android.widget.TextView;
import com.pulsesms.gateway.R;
import java.util.Map;

/** Shows each thing that would stop the gateway, with a button that leads to where it is put right. */
public final class DoctorActivity extends Screen {
    private static final int ASK = 1;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(R.layout.doctor);
    }

    @Override
    void show() {
        ViewGroup list = (ViewGroup) findViewById(R.id.findings);
        list.removeAllViews();
        for (Map.Entry<Finding, Boolean> each : app().doctor().examine().entrySet()) {
            list.addView(row(list, each.getKey(), each.getValue()));
        }
    }

    private View row(ViewGroup list, Finding finding, boolean well) {
        View row = getLayoutInflater().inflate(R.layout.finding, list, false);
        ImageView icon = (ImageView) row.findViewById(R.id.icon);
        icon.setImageResource(well ? R.drawable.ic_check : R.drawable.ic_alert);
        icon.setContentDescription(getString(well ? R.string.doctor_ok : R.string.doctor_bad));
        ((TextView) row.findViewById(R.id.what)).setText(Remedy.of(finding).title());
        TextView why = (TextView) row.findViewById(R.id.why);
        why.setText(Remedy.of(finding).hint());
        why.setVisibility(well ? View.GONE : View.VISIBLE);
        View fix = row.findViewById(R.id.fix);
        fix.setVisibility(well ? View.GONE : View.VISIBLE);
        fix.setContentDescription(
                getString(R.string.fix) + ": " + getString(Remedy.of(finding).title()));
        fix.setOnClickListener(button -> fix(finding));
        return row;
    }

    private void fix(Finding finding) {
        String[] permissions = Remedy.of(finding).permissions();
        if (permissions.length > 0 && !refusedForGood(permissions)) {
            requestPermissions(permissions, ASK);
            Asked.remember(this, permissions);
            return;
        }
        for (Intent settings : Remedy.of(finding).settings(this)) {
            try {
                startActivity(settings);
                return;
            } catch (ActivityNotFoundException | SecurityException e) {
                // Not every maker has every settings screen; the next one is more general.
            }
        }
    }

    /** Android asks no more after a second refusal; then only the settings help. */
    private boolean refusedForGood(String[] permissions) {
        for (String permission : permissions) {
            boolean open = Permissions.granted(this, permission)
                    || shouldShowRequestPermissionRationale(permission)
                    || !Asked.before(this, permission);
            if (!open) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void onRequestPermissionsResult(int request, String[] permissions, int[] results) {
        show();
        GatewayService.start(this);
    }
}
