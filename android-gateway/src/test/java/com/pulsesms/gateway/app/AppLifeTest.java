package com.pulsesms.gateway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.Manifest;
import android.app.AlarmManager;
import android.content.Context;
import android.content.Intent;
import android.content.pm.PackageInfo;
import android.content.pm.PackageManager;
import android.net.Uri;
import android.os.Build;
import android.os.Looper;
import android.provider.Settings;
import android.telephony.SubscriptionInfo;
import android.widget.TextView;
import com.pulsesms.gateway.R;
import com.pulsesms.gateway.engine.PairingLink;
import com.pulsesms.gateway.engine.Sim;
import java.util.Collections;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.Robolectric;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.android.controller.ServiceController;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowAlarmManager.ScheduledAlarm;
import org.robolectric.shadows.ShadowSubscriptionManager;

@RunWith(RobolectricTestRunner.class)
public class AppLifeTest {
    private final GatewayApp app = (GatewayApp) RuntimeEnvironment.getApplication();

    @Before
    public void twoSims() {
        Phones.twoSims(app);
    }

    @After
    public void close() {
        app.closeEngine();
    }

    private void broadcast(String action) {
        app.sendBroadcast(new Intent(action).setPackage(app.getPackageName()));
        shadowOf(Looper.getMainLooper()).idle();
    }

    private Intent startedService() {
        return shadowOf(app).getNextStartedService();
    }

    @Test
    public void startsAfterBootAndUpdateOnlyWhenItIsPaired() {
        broadcast(Intent.ACTION_BOOT_COMPLETED);
        assertThat(startedService()).isNull();

        app.paired(Phones.pairedWith("http://127.0.0.1:9"));
        broadcast(Intent.ACTION_BOOT_COMPLETED);
        assertThat(startedService().getComponent().getClassName()).isEqualTo(GatewayService.class.getName());

        broadcast(Intent.ACTION_MY_PACKAGE_REPLACED);
        assertThat(startedService().getComponent().getClassName()).isEqualTo(GatewayService.class.getName());
    }

    @Test
    public void runsInTheForegroundAndSetsAnAlarmThatRingsInDoze() {
        app.paired(Phones.pairedWith("http://127.0.0.1:9"));
        ServiceController<GatewayService> service =
                Robolectric.buildService(GatewayService.class).create().startCommand(0, 1);

        assertThat(shadowOf(service.get()).getLastForegroundNotification()).isNotNull();
        AlarmManager alarms = (AlarmManager) app.getSystemService(Context.ALARM_SERVICE);
        ScheduledAlarm alarm = shadowOf(alarms).peekNextScheduledAlarm();
        assertThat(alarm.isAllowWhileIdle()).isTrue();
        assertThat(alarm.getType()).isEqualTo(AlarmManager.ELAPSED_REALTIME_WAKEUP);

        shadowOf(alarms).getScheduledAlarms().clear();
        new AlarmReceiver().onReceive(app, new Intent());
        assertThat(shadowOf(alarms).peekNextScheduledAlarm()).isNotNull();
        assertThat(startedService().getComponent().getClassName()).isEqualTo(GatewayService.class.getName());
        service.destroy();
    }

    @Test
    public void aLinkOnlyFillsTheFormIn() {
        Uri link = Uri.parse("pulsesms://pair?server=https%3A%2F%2Fsms.example.org&code=abc");
        Intent view = new Intent(Intent.ACTION_VIEW, link).setPackage(app.getPackageName());
        assertThat(app.getPackageManager().queryIntentActivities(view, PackageManager.MATCH_DEFAULT_ONLY))
                .singleElement()
                .satisfies(found -> assertThat(found.activityInfo.name).isEqualTo(PairActivity.class.getName()));

        PairActivity screen =
                Robolectric.buildActivity(PairActivity.class, view).setup().get();

        assertThat(((TextView) screen.findViewById(R.id.address)).getText().toString())
                .isEqualTo("https://sms.example.org");
        assertThat(((TextView) screen.findViewById(R.id.code)).getText().toString())
                .isEqualTo("abc");
        assertThat(app.pairings().pairing()).isNull();
    }

    @Test
    public void saysPlainlyWhatIsNoPairingLink() {
        Intent view = new Intent(Intent.ACTION_VIEW, Uri.parse("pulsesms://pair?server=nonsense&code=abc"));

        PairActivity screen =
                Robolectric.buildActivity(PairActivity.class, view).setup().get();

        assertThat(((TextView) screen.findViewById(R.id.message)).getText().toString())
                .isEqualTo(app.getString(R.string.error_link));
    }

    @Test
    public void allowsPlainHttpOnlyInPrivateNetworks() {
        for (String mine : new String[] {
            "http://10.0.0.5:9080", "http://192.168.1.2", "http://172.20.1.1", "http://localhost:9080",
            "http://gateway.local", "http://[fd00::1]:9080", "http://100.64.0.7", "http://nas"
        }) {
            assertThat(ServerAddress.isPrivate(new PairingLink(mine, "x")))
                    .as(mine)
                    .isTrue();
        }
        for (String everyones : new String[] {
            "http://sms.example.org",
            "http://8.8.8.8",
            "http://172.32.0.1",
            "http://10.0.0.1.example.org",
            "http://192.169.1.1",
            "http://[2001:db8::1]",
            "http://100.128.0.1"
        }) {
            assertThat(ServerAddress.isPrivate(new PairingLink(everyones, "x")))
                    .as(everyones)
                    .isFalse();
        }
    }

    @Test
    public void namesWhatKeepsItFromSending() {
        assertThat(app.doctor().cannotSend()).isNull();

        Settings.Global.putInt(app.getContentResolver(), Settings.Global.AIRPLANE_MODE_ON, 1);
        assertThat(app.doctor().cannotSend()).isEqualTo("AIRPLANE_MODE");

        shadowOf(app).denyPermissions(Manifest.permission.SEND_SMS);
        assertThat(app.doctor().cannotSend()).isEqualTo("NO_PERMISSION");
        assertThat(app.doctor().examine())
                .containsEntry(Finding.SEND_SMS, false)
                .containsEntry(Finding.AIRPLANE_MODE, false)
                .containsEntry(Finding.SIM, true);
        assertThat(app.phone().state().permissions()).containsEntry("SEND_SMS", false);
    }

    @Test
    public void leadsFromEachFindingToASettingsScreen() {
        for (Finding finding : Finding.values()) {
            assertThat(Remedy.of(finding).settings(app)).isNotEmpty();
            assertThat(app.getString(Remedy.of(finding).title())).isNotEmpty();
        }
    }

    @Test
    public void readsTheSimCardsAndKeepsWhatAPersonEnters() {
        assertThat(app.sims().present()).extracting(Sim::subscriptionId).containsExactly(11, 22);
        assertThat(app.sims().present()).extracting(Sim::carrier).containsExactly("Yettel", "A1");
        assertThat(app.sims().present()).extracting(Sim::number).containsExactly("+381641111111", null);
        assertThat(app.sims().chosen()).hasSize(1);

        app.sims().enterNumber(22, " +381632222222 ");
        app.sims().tick(22, true);

        assertThat(app.sims().present().get(1).number()).isEqualTo("+381632222222");
        assertThat(app.sims().chosen()).containsExactly(22);
        app.sims().tick(11, true);
        assertThat(app.sims().chosen()).containsExactly(11, 22);
    }

    @Test
    public void followsASimSwap() {
        app.sims().tick(22, true);
        SubscriptionInfo other = ShadowSubscriptionManager.SubscriptionInfoBuilder.newBuilder()
                .setId(33)
                .setSimSlotIndex(1)
                .buildSubscriptionInfo();

        shadowOf(Phones.subscriptions(app)).setActiveSubscriptionInfos(other);

        assertThat(app.sims().chosen()).containsExactly(33);
    }

    @Test
    public void showsNoSimWithoutThePermission() {
        shadowOf(app).denyPermissions(Manifest.permission.READ_PHONE_STATE);

        assertThat(app.sims().present()).isEmpty();
        assertThat(app.doctor().isWell(Finding.PHONE_STATE)).isFalse();
    }

    @Test
    public void keepsTheInstallationOverUnpairing() {
        String installation = app.pairings().installationId();
        app.paired(Phones.pairedWith("http://127.0.0.1:9"));

        app.forgetPairing();

        assertThat(app.pairings().pairing()).isNull();
        assertThat(app.pairings().installationId()).isEqualTo(installation);
    }

    @Test
    public void declaresNoMorePermissionsThanItNeeds() throws Exception {
        PackageInfo info = app.getPackageManager()
                .getPackageInfo(app.getPackageName(), PackageManager.GET_PERMISSIONS | PackageManager.GET_RECEIVERS);

        List<String> names = List.of(info.requestedPermissions);

        assertThat(names)
                .containsExactlyInAnyOrder(
                        "android.permission.INTERNET",
                        "android.permission.ACCESS_NETWORK_STATE",
                        "android.permission.SEND_SMS",
                        "android.permission.READ_PHONE_STATE",
                        "android.permission.READ_PHONE_NUMBERS",
                        "android.permission.CAMERA",
                        "android.permission.POST_NOTIFICATIONS",
                        "android.permission.RECEIVE_BOOT_COMPLETED",
                        "android.permission.FOREGROUND_SERVICE",
                        "android.permission.FOREGROUND_SERVICE_SPECIAL_USE",
                        "android.permission.WAKE_LOCK",
                        "android.permission.REQUEST_IGNORE_BATTERY_OPTIMIZATIONS");
        assertThat(info.versionName).isEqualTo(AppVersion.NAME);
        assertThat(info.applicationInfo.targetSdkVersion).isEqualTo(34);
        assertThat(info.receivers)
                .filteredOn(receiver -> receiver.exported)
                .extracting(receiver -> receiver.name)
                .containsExactly(BootReceiver.class.getName());
    }

    @Test
    @Config(qualifiers = "de")
    public void speaksGermanToo() {
        assertThat(app.getString(R.string.state_connected)).isEqualTo("Verbunden");
        assertThat(app.getResources().getQuantityString(R.plurals.issues, 1, 1)).contains("1 Punkt");
    }

    @Test
    public void hasPlainWordsForTheCodesThatMatter() {
        assertThat(Texts.reason(app, "RESULT_ERROR_GENERIC_FAILURE")).contains("out of credit");
        assertThat(Texts.reason(app, "TP_STATUS_70")).isEqualTo(app.getString(R.string.reason_undelivered));
        assertThat(Texts.reason(app, "SOMETHING_NEW")).contains("SOMETHING_NEW");
    }

    @Test
    public void readsAQrCodeFromACameraPicture() throws Exception {
        String text = "pulsesms://pair?server=http%3A%2F%2F192.168.1.20%3A9080&code=0123456789abcdef";
        com.google.zxing.common.BitMatrix code = new com.google.zxing.qrcode.QRCodeWriter()
                .encode(text, com.google.zxing.BarcodeFormat.QR_CODE, 300, 300, Collections.emptyMap());
        int width = 640;
        int height = 480;
        byte[] picture = new byte[width * height * 3 / 2];
        java.util.Arrays.fill(picture, (byte) 0xc0);
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 300; x++) {
                picture[(y + 90) * width + x + 170] = (byte) (code.get(x, y) ? 0x20 : 0xe0);
            }
        }

        assertThat(QrDecoder.decode(picture, width, height)).isEqualTo(text);
        assertThat(QrDecoder.decode(new byte[width * height * 3 / 2], width, height))
                .isNull();
        assertThat(Build.VERSION.SDK_INT).isIn(23, 34);
    }
}
