package com.pulsesms.gateway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.app.Activity;
import android.app.PendingIntent;
import android.content.Intent;
import android.os.Looper;
import android.telephony.SmsManager;
import com.pulsesms.gateway.engine.Claim;
import com.pulsesms.gateway.engine.Departure;
import com.pulsesms.gateway.engine.Entry;
import com.pulsesms.gateway.engine.EntryState;
import com.pulsesms.gateway.engine.Ledger;
import com.pulsesms.gateway.engine.Message;
import com.pulsesms.gateway.engine.Moment;
import com.pulsesms.gateway.engine.Status;
import java.util.Collections;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.shadows.ShadowSmsManager.TextMultipartParams;

/** The radio's answers, from Android's broadcasts to the outbox on disk. */
@RunWith(RobolectricTestRunner.class)
public class SmsResultTest {
    private static final String LONG = "ab".repeat(200);
    /** A delivery acknowledgement as Android stores it: envelope, ten digits, bearer data up to the message's status. */
    private static final String CDMA_ACK = "00000000" + "00001002" + "00000000" + "00000000" + "0a31323334353637383930"
            + "00000000" + "000000" + "00000008" + "0003400010" + "1401";

    /** SMS-STATUS-REPORT: no service centre, first octet, reference, receiver, two times; the status is added. */
    private static final String STATUS_REPORT = "0006120B915155010000F06211320000000062113200100000";

    private final GatewayApp app = (GatewayApp) RuntimeEnvironment.getApplication();
    private final Claim claim = new Claim("0190b000-0000-7000-8000-000000000001", 1);
    private TextMultipartParams handedOver;

    @Before
    public void handOverAMessage() throws Exception {
        Phones.twoSims(app);
        app.paired(Phones.pairedWith("http://127.0.0.1:9"));
        Ledger ledger = app.engine().ledger();
        Message message = new Message(claim, "+381641234567", LONG, 11, null, true);
        ledger.claimed(Collections.singletonList(message));
        ledger.answered(Collections.singletonList(claim), Collections.<Claim>emptyList());
        AndroidRadio radio = new AndroidRadio(app, app.sms());
        AndroidClock clock = new AndroidClock(app);
        Moment now = new Moment(clock.wallMillis(), clock.elapsedMillis(), clock.boot());
        Departure departure = new Departure(now, radio.parts(LONG), 11);
        ledger.start(Collections.singletonMap(claim, departure), true);
        radio.send(claim, 1, message, 11);
        handedOver = shadowOf(Phones.smsManager(app, 11)).getLastSentMultipartTextMessageParams();
    }

    @After
    public void close() {
        app.closeEngine();
    }

    private Entry entry() throws Exception {
        shadowOf(Looper.getMainLooper()).idle();
        java.util.concurrent.CountDownLatch done = new java.util.concurrent.CountDownLatch(1);
        app.inBackground(done::countDown);
        assertThat(done.await(20, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        return app.engine().ledger().latest(1).get(0);
    }

    private void radioSays(int part, int resultCode) throws Exception {
        handedOver.getSentIntents().get(part).send(app, resultCode, null);
    }

    private void networkSays(int part, String status) throws Exception {
        Intent report =
                new Intent().putExtra("pdu", bytes(STATUS_REPORT + status)).putExtra("format", "3gpp");
        handedOver.getDeliveryIntents().get(part).send(app, Activity.RESULT_OK, report);
    }

    private void cdmaNetworkSays(int part, String status) throws Exception {
        Intent report = new Intent().putExtra("pdu", bytes(CDMA_ACK + status)).putExtra("format", "3gpp2");
        handedOver.getDeliveryIntents().get(part).send(app, Activity.RESULT_OK, report);
    }

    private static byte[] bytes(String hex) {
        byte[] bytes = new byte[hex.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
        }
        return bytes;
    }

    private int parts() {
        return handedOver.getParts().size();
    }

    @Test
    public void isSentWhenAllPartsAre() throws Exception {
        for (int part = 0; part < parts() - 1; part++) {
            radioSays(part, Activity.RESULT_OK);
        }
        assertThat(entry().state()).isEqualTo(EntryState.SENDING);

        radioSays(parts() - 1, Activity.RESULT_OK);

        assertThat(entry().status()).isEqualTo(Status.SENT);
    }

    @Test
    public void failsPartlyWhenAPartFailed() throws Exception {
        radioSays(0, Activity.RESULT_OK);
        for (int part = 1; part < parts(); part++) {
            radioSays(part, SmsManager.RESULT_ERROR_GENERIC_FAILURE);
        }

        assertThat(entry().status()).isEqualTo(Status.FAILED);
        assertThat(entry().code()).isEqualTo(parts() == 1 ? null : "PARTLY_SENT");
    }

    @Test
    public void waitsForAnotherTryWithoutService() throws Exception {
        for (int part = 0; part < parts(); part++) {
            radioSays(part, SmsManager.RESULT_ERROR_NO_SERVICE);
        }

        assertThat(entry().state()).isEqualTo(EntryState.ACCEPTED);
    }

    @Test
    public void isDeliveredByTheStatusInThePdu() throws Exception {
        for (int part = 0; part < parts(); part++) {
            radioSays(part, Activity.RESULT_OK);
            networkSays(part, "30");
        }
        assertThat(entry().status()).isEqualTo(Status.SENT);

        for (int part = 0; part < parts(); part++) {
            networkSays(part, "00");
        }

        assertThat(entry().status()).isEqualTo(Status.DELIVERED);
    }

    @Test
    public void isUndeliveredWhenTheNetworkGaveUp() throws Exception {
        for (int part = 0; part < parts(); part++) {
            radioSays(part, Activity.RESULT_OK);
            networkSays(part, "46");
        }

        assertThat(entry().status()).isEqualTo(Status.UNDELIVERED);
        assertThat(entry().code()).isEqualTo("TP_STATUS_70");
    }

    /** Error class in the upper two bits, message status in the others: 3GPP2 C.S0015, 4.5.21. */
    @Test
    public void isDeliveredByTheStatusOfACdmaNetworkToo() throws Exception {
        for (int part = 0; part < parts(); part++) {
            radioSays(part, Activity.RESULT_OK);
            cdmaNetworkSays(part, "84");
        }
        assertThat(entry().status()).isEqualTo(Status.SENT);

        for (int part = 0; part < parts(); part++) {
            cdmaNetworkSays(part, "02");
        }

        assertThat(entry().status()).isEqualTo(Status.DELIVERED);
    }

    @Test
    public void isUndeliveredWhenACdmaNetworkGaveUp() throws Exception {
        for (int part = 0; part < parts(); part++) {
            radioSays(part, Activity.RESULT_OK);
            cdmaNetworkSays(part, "c4");
        }

        assertThat(entry().status()).isEqualTo(Status.UNDELIVERED);
        assertThat(entry().code()).isEqualTo("CDMA_STATUS_4");
    }

    @Test
    public void hearsAnswersThatComeAfterTheProcessDied() throws Exception {
        app.closeEngine();

        for (PendingIntent each : handedOver.getSentIntents()) {
            each.send(app, Activity.RESULT_OK, null);
        }

        assertThat(entry().status()).isEqualTo(Status.SENT);
    }
}
