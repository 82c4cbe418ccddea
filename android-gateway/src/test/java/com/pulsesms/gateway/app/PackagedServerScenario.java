package com.pulsesms.gateway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.app.Activity;
import android.app.PendingIntent;
import android.os.Looper;
import com.pulsesms.gateway.engine.Entry;
import com.pulsesms.gateway.engine.GatewayServer;
import com.pulsesms.gateway.engine.PairingLink;
import com.pulsesms.gateway.engine.Status;
import java.time.Duration;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.Robolectric;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.android.controller.ServiceController;
import org.robolectric.shadows.ShadowSmsManager;
import org.robolectric.shadows.ShadowSmsManager.TextMultipartParams;
import org.robolectric.shadows.ShadowSystemClock;

/**
 * The app against a running PulseSMS server, from pairing to DELIVERED, with a message of two parts. Not one of this module's own tests: the server's
 * start it in a JVM of its own, with the text of a pairing QR in {@code -Dpulsesms.pairing=} and a message that waits.
 */
@RunWith(RobolectricTestRunner.class)
public class PackagedServerScenario {
    private static final long PATIENCE_NANOS = 120_000_000_000L;

    private final GatewayApp app = (GatewayApp) RuntimeEnvironment.getApplication();
    private final String pairing = System.getProperty("pulsesms.pairing");

    @Before
    public void twoSims() {
        Phones.twoSims(app);
    }

    @After
    public void close() {
        app.closeEngine();
    }

    @Test
    public void takesAMessageFromPairingToDelivered() throws Exception {
        app.paired(GatewayServer.pair(
                app.http(),
                PairingLink.parse(pairing),
                app.phone().info(app.pairings().installationId()),
                app.sims().present()));
        ServiceController<GatewayService> service =
                Robolectric.buildService(GatewayService.class).create().startCommand(0, 1);

        TextMultipartParams handedOver = handedOver();
        assertThat(handedOver.getParts()).hasSize(2);
        answer(handedOver.getSentIntents());
        answer(handedOver.getDeliveryIntents());

        assertThat(reported().status()).isEqualTo(Status.DELIVERED);
        service.destroy();
    }

    private TextMultipartParams handedOver() throws Exception {
        ShadowSmsManager radio = shadowOf(Phones.smsManager(app, 11));
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (radio.getLastSentMultipartTextMessageParams() == null && System.nanoTime() < end) {
            timePasses();
        }
        assertThat(radio.getLastSentMultipartTextMessageParams()).isNotNull();
        return radio.getLastSentMultipartTextMessageParams();
    }

    private void answer(List<PendingIntent> intents) throws Exception {
        for (PendingIntent each : intents) {
            each.send(app, Activity.RESULT_OK, null);
        }
        shadowOf(Looper.getMainLooper()).idle();
    }

    private Entry reported() throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        Entry first = first();
        while ((first.status() != Status.DELIVERED || first.report() != null) && System.nanoTime() < end) {
            timePasses();
            first = first();
        }
        assertThat(first.report()).isNull();
        return first;
    }

    private Entry first() {
        List<Entry> all = app.engine().ledger().latest(100);
        return all.get(all.size() - 1);
    }

    /** Robolectric's clock stands still by itself. */
    private void timePasses() throws InterruptedException {
        Thread.sleep(50);
        ShadowSystemClock.advanceBy(Duration.ofMillis(50));
        app.engine().wake();
    }
}
