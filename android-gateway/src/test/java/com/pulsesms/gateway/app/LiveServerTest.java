package com.pulsesms.gateway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.Manifest;
import android.app.Activity;
import android.app.PendingIntent;
import android.os.Looper;
import com.eclipsesource.json.JsonObject;
import com.pulsesms.gateway.engine.GatewayServer;
import com.pulsesms.gateway.engine.ModelServer;
import com.pulsesms.gateway.engine.PairingLink;
import com.pulsesms.gateway.engine.Status;
import com.pulsesms.gateway.simulator.HttpModelServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

/** The whole app, service, SQLite and SmsManager, against a server on a socket. */
@RunWith(RobolectricTestRunner.class)
public class LiveServerTest {
    private final GatewayApp app = (GatewayApp) RuntimeEnvironment.getApplication();
    private HttpModelServer server;

    @Before
    public void startServer() throws Exception {
        Phones.twoSims(app);
        server = new HttpModelServer();
    }

    @After
    public void stopServer() {
        app.closeEngine();
        server.close();
    }

    @Test
    public void pairsAndSendsAndReports() throws Exception {
        pair();
        ModelServer.Sms sms = server.model.add("Hello");
        sms.sim = 22;
        ServiceController<GatewayService> service =
                Robolectric.buildService(GatewayService.class).create().startCommand(0, 1);

        TextMultipartParams handedOver = handedOver();
        assertThat(handedOver.getDestinationAddress()).isEqualTo(sms.to);
        answer(handedOver.getSentIntents());
        secondsPass();
        assertThat(server.model.awaitStatus(Status.SENT, 1, 20_000)).isTrue();

        answer(handedOver.getDeliveryIntents());
        secondsPass();
        assertThat(server.model.awaitStatus(Status.DELIVERED, 1, 20_000)).isTrue();
        assertThat(server.model.heartbeats().get(0).get("sims").asArray()).hasSize(2);
        service.destroy();
    }

    @Test
    public void takesNoMessageWhileThePermissionIsDeniedAndSaysSo() throws Exception {
        shadowOf(app).denyPermissions(Manifest.permission.SEND_SMS);
        pair();
        ModelServer.Sms sms = server.model.add("Hello");
        sms.sim = 22;
        ServiceController<GatewayService> service =
                Robolectric.buildService(GatewayService.class).create().startCommand(0, 1);

        JsonObject heartbeat = firstHeartbeat();
        assertThat(heartbeat.getBoolean("canSend", true)).isFalse();
        assertThat(heartbeat.get("permissions").asObject().getBoolean("SEND_SMS", true))
                .isFalse();
        assertThat(sms.claim).isZero();
        assertThat(shadowOf(Phones.smsManager(app, 22)).getLastSentMultipartTextMessageParams())
                .isNull();

        shadowOf(app).grantPermissions(Manifest.permission.SEND_SMS);
        secondsPass();
        assertThat(handedOver().getDestinationAddress()).isEqualTo(sms.to);
        service.destroy();
    }

    private void pair() throws Exception {
        app.paired(GatewayServer.pair(
                app.http(),
                new PairingLink(server.url(), "code-1"),
                app.phone().info(app.pairings().installationId()),
                app.sims().present()));
    }

    private JsonObject firstHeartbeat() throws InterruptedException {
        long end = System.nanoTime() + 20_000_000_000L;
        while (server.model.heartbeats().isEmpty() && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        return server.model.heartbeats().get(0);
    }

    private TextMultipartParams handedOver() throws InterruptedException {
        ShadowSmsManager radio = shadowOf(Phones.smsManager(app, 22));
        long end = System.nanoTime() + 20_000_000_000L;
        while (radio.getLastSentMultipartTextMessageParams() == null && System.nanoTime() < end) {
            // The engine works in its own threads; ten milliseconds is how often we look.
            Thread.sleep(10);
        }
        return radio.getLastSentMultipartTextMessageParams();
    }

    /** Robolectric's clock stands still, and reports go at most once a second. */
    private void secondsPass() throws Exception {
        CountDownLatch heard = new CountDownLatch(1);
        app.inBackground(heard::countDown);
        assertThat(heard.await(20, TimeUnit.SECONDS)).isTrue();
        ShadowSystemClock.advanceBy(Duration.ofSeconds(2));
        app.engine().wake();
    }

    private void answer(List<PendingIntent> intents) throws Exception {
        for (PendingIntent each : intents) {
            each.send(app, Activity.RESULT_OK, null);
        }
        shadowOf(Looper.getMainLooper()).idle();
    }
}
