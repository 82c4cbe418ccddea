package com.pulsesms.gateway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.Assert.assertThrows;
import static org.robolectric.Shadows.shadowOf;

import android.app.Activity;
import android.app.PendingIntent;
import android.content.Intent;
import android.os.Build;
import android.telephony.SmsManager;
import com.pulsesms.gateway.engine.Claim;
import com.pulsesms.gateway.engine.Message;
import com.pulsesms.gateway.engine.RadioRefused;
import java.util.ArrayList;
import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.shadows.ShadowSmsManager.TextMultipartParams;

@RunWith(RobolectricTestRunner.class)
public class SmsRadioTest {
    private static final String LONG = "ab".repeat(200);
    private static final Claim CLAIM = new Claim("0190b000-0000-7000-8000-000000000001", 3);

    private final GatewayApp app = (GatewayApp) RuntimeEnvironment.getApplication();
    private final AndroidRadio radio = new AndroidRadio(app, app.sms());

    @Before
    public void twoSims() {
        Phones.twoSims(app);
    }

    private static Message message(String text, boolean deliveryReport) {
        return new Message(CLAIM, "+381641234567", text, null, null, deliveryReport);
    }

    private TextMultipartParams lastOn(int sim) {
        return shadowOf(Phones.smsManager(app, sim)).getLastSentMultipartTextMessageParams();
    }

    @Test
    public void sendsThroughTheSimItIsTold() throws RadioRefused {
        radio.send(CLAIM, 1, message("Hello", true), 22);

        assertThat(lastOn(22).getDestinationAddress()).isEqualTo("+381641234567");
        assertThat(lastOn(22).getParts()).containsExactly("Hello");
        assertThat(lastOn(11)).isNull();
    }

    @Test
    public void givesEachPartItsOwnIntents() throws RadioRefused {
        int parts = radio.parts(LONG);

        radio.send(CLAIM, 2, message(LONG, true), 11);

        TextMultipartParams sent = lastOn(11);
        assertThat(sent.getParts()).hasSize(parts);
        assertThat(sent.getSentIntents()).hasSize(parts).doesNotHaveDuplicates();
        assertThat(sent.getDeliveryIntents()).hasSize(parts).doesNotHaveDuplicates();
        List<String> actions = new ArrayList<>();
        for (PendingIntent each : sent.getSentIntents()) {
            Intent intent = shadowOf(each).getSavedIntent();
            actions.add(intent.getAction());
            PartIntents.Address address = PartIntents.Address.of(intent);
            assertThat(address.claim).isEqualTo(CLAIM);
            assertThat(address.attempt).isEqualTo(2);
            assertThat(address.part).isEqualTo(actions.size() - 1);
            assertThat(intent.getComponent().getClassName()).isEqualTo(SmsResultReceiver.class.getName());
        }
        assertThat(actions).containsOnly(PartIntents.SENT);
    }

    @Test
    public void asksForNoDeliveryReportWhenNoneIsWanted() throws RadioRefused {
        radio.send(CLAIM, 1, message("Hello", false), 11);

        assertThat(lastOn(11).getDeliveryIntents()).isNull();
    }

    @Test
    public void saysForCertainThatNothingLeftWhenAndroidRefusesTheNumber() {
        Message nowhere = new Message(CLAIM, "", "Hello", null, null, true);

        RadioRefused refused = assertThrows(RadioRefused.class, () -> radio.send(CLAIM, 1, nowhere, 11));

        assertThat(refused.code()).isEqualTo("RESULT_INVALID_ARGUMENTS");
    }

    @Test
    public void namesTheResultsOfAllAndroids() {
        assertThat(RadioCodes.nameOf(SmsManager.RESULT_ERROR_NO_SERVICE)).isEqualTo("RESULT_ERROR_NO_SERVICE");
        assertThat(RadioCodes.nameOf(5)).isEqualTo("RESULT_ERROR_LIMIT_EXCEEDED");
        assertThat(RadioCodes.nameOf(32)).isEqualTo("RESULT_NO_DEFAULT_SMS_APP");
        assertThat(RadioCodes.nameOf(9999)).isEqualTo("RESULT_9999");
        assertThat(RadioCodes.ok(Activity.RESULT_OK)).isTrue();
    }

    /** The names that we keep by number are the framework's own. */
    @Test
    public void namesResultsAsTheFrameworkDoes() throws Exception {
        int compared = 0;
        for (java.lang.reflect.Field field : SmsManager.class.getFields()) {
            boolean result = field.getName().startsWith("RESULT_") && field.getType() == int.class;
            if (result && field.getInt(null) > 0 && !field.getName().matches("RESULT_(RECEIVE|STATUS).*")) {
                assertThat(RadioCodes.nameOf(field.getInt(null))).isEqualTo(field.getName());
                compared++;
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(Build.VERSION.SDK_INT >= 34 ? 60 : 4);
    }
}
