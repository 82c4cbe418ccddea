package com.pulsesms.gateway.app;

import android.Manifest;
import android.app.AlertDialog;
import android.content.Intent;
import android.content.pm.PackageManager;
import android.os.Bundle;
import com.pulsesms.gateway.R;
import com.pulsesms.gateway.engine.GatewayServer;
import com.pulsesms.gateway.engine.Pairing;
import com.pulsesms.gateway.engine.PairingLink;

/** Ties this phone to an organization: by the QR code, by a link, or by hand. A person always presses the last button. */
public final class PairActivity extends Screen {
    private static final int SCAN = 1;
    private static final int CAMERA_PERMISSION = 2;
    private static final int GATEWAY_PERMISSIONS = 3;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(R.layout.pair);
        onClick(R.id.scan, this::scan);
        onClick(R.id.connect, this::connect);
        fillIn(getIntent());
    }

    @Override
    protected void onNewIntent(Intent intent) {
        super.onNewIntent(intent);
        fillIn(intent);
    }

    /** A link from elsewhere only fills the fields in: any page could have made it. */
    private void fillIn(Intent intent) {
        if (intent.getData() != null) {
            fillIn(intent.getData().toString());
        }
    }

    private boolean fillIn(String link) {
        try {
            PairingLink read = PairingLink.parse(link);
            text(R.id.address).setText(read.server());
            text(R.id.code).setText(read.code());
            say(null);
            return true;
        } catch (IllegalArgumentException e) {
            say(getString(R.string.error_link));
            return false;
        }
    }

    @Override
    void show() {
        Pairing present = app().pairings().pairing();
        showOnly(R.id.replaces, present != null);
        if (present != null) {
            text(R.id.replaces).setText(getString(R.string.pair_replaces, present.organizationName()));
        }
    }

    private void scan() {
        if (Permissions.granted(this, Manifest.permission.CAMERA)) {
            startActivityForResult(new Intent(this, ScanActivity.class), SCAN);
        } else {
            requestPermissions(new String[] {Manifest.permission.CAMERA}, CAMERA_PERMISSION);
        }
    }

    @Override
    public void onRequestPermissionsResult(int request, String[] permissions, int[] results) {
        if (request == GATEWAY_PERMISSIONS) {
            goToStatus();
        } else if (results.length > 0 && results[0] == PackageManager.PERMISSION_GRANTED) {
            scan();
        } else if (request == CAMERA_PERMISSION) {
            say(getString(R.string.error_camera));
        }
    }

    @Override
    protected void onActivityResult(int request, int result, Intent data) {
        if (request != SCAN) {
            return;
        }
        if (result == RESULT_OK && fillIn(data.getStringExtra(ScanActivity.TEXT))) {
            connect();
        } else if (result == ScanActivity.NO_CAMERA) {
            say(getString(R.string.error_camera));
        }
    }

    private void connect() {
        PairingLink link;
        try {
            link = new PairingLink(
                    text(R.id.address).getText().toString(),
                    text(R.id.code).getText().toString());
        } catch (IllegalArgumentException e) {
            say(getString(text(R.id.code).getText().length() == 0 ? R.string.error_link : R.string.error_server));
            return;
        }
        if (link.encrypted()) {
            connect(link);
        } else if (ServerAddress.isPrivate(link)) {
            warn(link);
        } else {
            say(getString(R.string.error_plain_public));
        }
    }

    private void warn(PairingLink link) {
        new AlertDialog.Builder(this)
                .setTitle(R.string.warning_plain_title)
                .setMessage(getString(R.string.warning_plain, link.server()))
                .setPositiveButton(R.string.warning_plain_go, (dialog, which) -> connect(link))
                .setNegativeButton(R.string.cancel, null)
                .show();
    }

    private void connect(PairingLink link) {
        busy(true);
        say(null);
        app().onNetwork(() -> {
            try {
                AndroidPhone phone = app().phone();
                Pairing pairing = GatewayServer.pair(
                        app().http(),
                        link,
                        phone.info(app().pairings().installationId()),
                        app().sims().present());
                app().paired(pairing);
                onMain(this::paired);
            } catch (Exception e) {
                onMain(() -> {
                    busy(false);
                    say(getString(PairingError.text(e)));
                });
            }
        });
    }

    private void paired() {
        busy(false);
        String[] missing = Permissions.missing(this);
        if (missing.length > 0) {
            requestPermissions(missing, GATEWAY_PERMISSIONS);
        } else {
            goToStatus();
        }
    }

    private void goToStatus() {
        startActivity(new Intent(this, MainActivity.class).addFlags(Intent.FLAG_ACTIVITY_CLEAR_TOP));
        finish();
    }

    private void busy(boolean busy) {
        showOnly(R.id.progress, busy);
        findViewById(R.id.connect).setEnabled(!busy);
        findViewById(R.id.scan).setEnabled(!busy);
    }

    private void say(String message) {
        showOnly(R.id.message, message != null);
        text(R.id.message).setText(message);
    }
}
