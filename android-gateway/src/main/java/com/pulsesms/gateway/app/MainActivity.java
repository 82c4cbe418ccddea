package com.pulsesms.gateway.app;

import android.app.AlertDialog;
import android.content.Intent;
import android.content.res.ColorStateList;
import android.os.Bundle;
import android.text.InputType;
import android.text.format.DateUtils;
import android.widget.Button;
import android.widget.EditText;
import android.widget.ImageView;
import android.widget.Toast;
import com.pulsesms.gateway.R;
import com.pulsesms.gateway.engine.GatewayEngine;
import com.pulsesms.gateway.engine.Pairing;
import com.pulsesms.gateway.engine.Sim;
import java.net.URI;
import java.util.List;

/** The first screen: whether this phone works as a gateway. */
public final class MainActivity extends Screen {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(R.layout.main);
        onClick(R.id.doctor, () -> open(DoctorActivity.class));
        onClick(R.id.log, () -> open(LogActivity.class));
        onClick(R.id.sims, () -> open(SimsActivity.class));
        onClick(R.id.test, this::askForTestNumber);
        onClick(R.id.unpair, this::askToUnpair);
    }

    private void open(Class<?> screen) {
        startActivity(new Intent(this, screen));
    }

    @Override
    protected void onResume() {
        super.onResume();
        GatewayService.start(this);
    }

    private void goToPairing() {
        if (!isFinishing()) {
            open(PairActivity.class);
            finish();
        }
    }

    @Override
    void show() {
        GatewayEngine engine = app().engine();
        Pairing pairing = app().pairings().pairing();
        if (engine == null || pairing == null) {
            goToPairing();
            return;
        }
        Health health = Health.of(engine, app().doctor());
        text(R.id.state).setText(health.title());
        text(R.id.hint).setText(health.hint());
        ((ImageView) findViewById(R.id.dot)).setImageTintList(ColorStateList.valueOf(getColor(health.color())));
        String host = URI.create(pairing.server()).getHost();
        text(R.id.server).setText(getString(R.string.server_of, pairing.organizationName(), host));
        text(R.id.contact).setText(contact(engine.standing().lastContactMillis()));
        showOnly(R.id.problem, health == Health.UNREACHABLE);
        text(R.id.problem).setText(engine.standing().problem());
        text(R.id.waiting).setText(Texts.number(engine.ledger().counts().accepted()));
        showIssues();
        showToday(engine);
    }

    private String contact(long millis) {
        return millis == 0
                ? getString(R.string.no_contact)
                : getString(
                        R.string.last_contact,
                        DateUtils.getRelativeTimeSpanString(
                                millis, System.currentTimeMillis(), DateUtils.SECOND_IN_MILLIS));
    }

    private void showIssues() {
        int issues = 0;
        for (boolean well : app().doctor().examine().values()) {
            issues += well ? 0 : 1;
        }
        ((Button) findViewById(R.id.doctor))
                .setText(
                        issues == 0
                                ? getString(R.string.no_issues)
                                : getResources().getQuantityString(R.plurals.issues, issues, issues));
    }

    private void showToday(GatewayEngine engine) {
        app().inBackground(() -> {
            Today today = Today.of(engine.ledger());
            onMain(() -> {
                text(R.id.sent).setText(Texts.number(today.sent()));
                text(R.id.failed).setText(Texts.number(today.failed()));
            });
        });
    }

    private void askForTestNumber() {
        EditText number = new EditText(this);
        number.setInputType(InputType.TYPE_CLASS_PHONE);
        number.setHint(R.string.test_number);
        List<Sim> sims = app().sims().present();
        if (!sims.isEmpty()) {
            number.setText(sims.get(0).number());
        }
        new AlertDialog.Builder(this)
                .setTitle(R.string.test_message)
                .setView(number)
                .setPositiveButton(
                        R.string.send,
                        (dialog, which) -> sendTest(number.getText().toString().trim()))
                .setNegativeButton(R.string.cancel, null)
                .show();
    }

    private void sendTest(String to) {
        List<Integer> chosen = app().sims().chosen();
        int sim = chosen.isEmpty() ? SmsManagerWrapper.DEFAULT_SIM : chosen.get(0);
        Toast.makeText(this, R.string.test_sending, Toast.LENGTH_SHORT).show();
        TestMessage.send(
                app(),
                to,
                getString(R.string.test_text),
                sim,
                result -> onMain(() -> {
                    String text = "SENT".equals(result)
                            ? getString(R.string.test_sent)
                            : getString(R.string.test_failed, Texts.reason(this, result));
                    Toast.makeText(this, text, Toast.LENGTH_LONG).show();
                }));
    }

    private void askToUnpair() {
        String organization = app().pairings().pairing().organizationName();
        new AlertDialog.Builder(this)
                .setMessage(getString(R.string.unpair_question, organization))
                .setPositiveButton(R.string.unpair_do, (dialog, which) -> unpair())
                .setNegativeButton(R.string.cancel, null)
                .show();
    }

    private void unpair() {
        Toast.makeText(this, R.string.unpairing, Toast.LENGTH_SHORT).show();
        GatewayEngine engine = app().engine();
        app().onNetwork(() -> {
            try {
                engine.unpair();
                onMain(this::forget);
            } catch (Exception e) {
                onMain(this::offerToForget);
            }
        });
    }

    private void offerToForget() {
        if (!isFinishing()) {
            new AlertDialog.Builder(this)
                    .setMessage(R.string.unpair_offline)
                    .setPositiveButton(R.string.unpair_anyway, (dialog, which) -> forget())
                    .setNegativeButton(R.string.cancel, null)
                    .show();
        }
    }

    private void forget() {
        GatewayService.stop(this);
        app().onNetwork(() -> {
            app().forgetPairing();
            onMain(this::show);
        });
    }
}
