package com.pulsesms.gateway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.app.Activity;
import android.content.Context;
import android.content.Intent;
import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.net.Uri;
import android.os.Looper;
import android.os.PowerManager;
import android.view.View;
import com.pulsesms.gateway.engine.Claim;
import com.pulsesms.gateway.engine.Departure;
import com.pulsesms.gateway.engine.Entry;
import com.pulsesms.gateway.engine.Ledger;
import com.pulsesms.gateway.engine.Message;
import com.pulsesms.gateway.engine.Moment;
import com.pulsesms.gateway.engine.Pairing;
import com.pulsesms.gateway.engine.PartResult;
import com.pulsesms.gateway.simulator.HttpModelServer;
import java.io.File;
import java.io.FileOutputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.Robolectric;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.Config;
import org.robolectric.annotation.GraphicsMode;

/** Renders each screen with the framework's own code; with -Dscreenshots=DIR the pictures are kept. */
@RunWith(RobolectricTestRunner.class)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
@Config(sdk = 34)
public class ScreensTest {
    private static final String PHONE = "en-w360dp-h720dp-notnight-xhdpi";
    private static final int FEWEST_COLORS = 12;

    private final GatewayApp app = (GatewayApp) RuntimeEnvironment.getApplication();
    private HttpModelServer server;

    @Before
    public void aPhoneAtWork() throws Exception {
        Phones.twoSims(app);
        app.sims().enterNumber(22, "+381632222222");
        PowerManager power = (PowerManager) app.getSystemService(Context.POWER_SERVICE);
        shadowOf(power).setIgnoringBatteryOptimizations(app.getPackageName(), true);
        server = new HttpModelServer();
        server.model.pace("{\"unlimited\":false,\"partsPerMinute\":24,\"minGapMillis\":2500}");
    }

    @After
    public void close() {
        app.closeEngine();
        server.close();
    }

    private void pair() throws Exception {
        String local = server.url().replace("127.0.0.1", "localhost");
        app.paired(new Pairing(local, "device-1", "token-1", "org-1", "Acme Travel", 30, 1));
        fill(app.engine().ledger());
        app.engine().start();
        long end = System.nanoTime() + 20_000_000_000L;
        while (app.engine().standing().lastContactMillis() == 0 && System.nanoTime() < end) {
            Thread.sleep(10);
        }
    }

    private void fill(Ledger ledger) {
        String[] texts = {
            "Hello Ana, your bus to Novi Sad leaves at 17:40 from platform 6.",
            "Hello Marko, your table for four is booked for tomorrow at 20:00.",
            "Hello Jelena, your order is ready to be collected.",
            "Hello Petar, see you on Friday!",
        };
        for (int i = 0; i < texts.length; i++) {
            Claim claim = new Claim("0190b000-0000-7000-8000-00000000000" + i, 1);
            Message message = new Message(claim, "+38164123456" + i, texts[i], 11, null, true);
            ledger.claimed(Collections.singletonList(message));
            ledger.answered(Collections.singletonList(claim), Collections.<Claim>emptyList());
            start(ledger, claim);
        }
        heard(ledger, PartResult.sent(claim(0), 1, 0), PartResult.delivered(claim(0), 1, 0));
        heard(ledger, PartResult.failed(claim(1), 1, 0, "RESULT_ERROR_GENERIC_FAILURE"));
        heard(ledger, PartResult.sent(claim(2), 1, 0));
    }

    private static Claim claim(int i) {
        return new Claim("0190b000-0000-7000-8000-00000000000" + i, 1);
    }

    private void start(Ledger ledger, Claim claim) {
        AndroidClock clock = new AndroidClock(app);
        Moment now = new Moment(System.currentTimeMillis(), clock.elapsedMillis(), clock.boot());
        for (Entry entry : ledger.start(Collections.singletonMap(claim, new Departure(now, 1, 11)), true)) {
            assertThat(entry.claim()).isEqualTo(claim);
        }
    }

    private static void heard(Ledger ledger, PartResult... results) {
        ledger.heard(Arrays.asList(results));
    }

    private void picture(Class<? extends Activity> screen, String name) throws Exception {
        picture(new Intent(app, screen), screen, name);
    }

    private void picture(Intent intent, Class<? extends Activity> screen, String name) throws Exception {
        Activity activity =
                Robolectric.buildActivity(screen, intent).setup().visible().get();
        for (int i = 0; i < 3; i++) {
            CountDownLatch background = new CountDownLatch(1);
            app.inBackground(background::countDown);
            assertThat(background.await(20, TimeUnit.SECONDS)).isTrue();
            shadowOf(Looper.getMainLooper()).idle();
        }
        View view = activity.getWindow().getDecorView();
        Bitmap bitmap = Bitmap.createBitmap(view.getWidth(), view.getHeight(), Bitmap.Config.ARGB_8888);
        view.draw(new Canvas(bitmap));
        assertThat(colors(bitmap)).hasSizeGreaterThan(FEWEST_COLORS);
        keep(bitmap, name);
        activity.finish();
    }

    private static Set<Integer> colors(Bitmap bitmap) {
        Set<Integer> colors = new HashSet<>();
        for (int y = 0; y < bitmap.getHeight(); y += 3) {
            for (int x = 0; x < bitmap.getWidth(); x += 3) {
                colors.add(bitmap.getPixel(x, y));
            }
        }
        return colors;
    }

    private static void keep(Bitmap bitmap, String name) throws Exception {
        String folder = System.getProperty("screenshots", "");
        if (!folder.isEmpty()) {
            try (FileOutputStream out = new FileOutputStream(new File(folder, name + ".png"))) {
                bitmap.compress(Bitmap.CompressFormat.PNG, 100, out);
            }
        }
    }

    private void pictures(String theme) throws Exception {
        picture(
                new Intent(
                        Intent.ACTION_VIEW,
                        Uri.parse("pulsesms://pair?server=https%3A%2F%2Fsms.example.org&code=k7Qm-20pX-9sVd")),
                PairActivity.class,
                "pair-" + theme);
        picture(ScanActivity.class, "scan-" + theme);
        pair();
        picture(MainActivity.class, "status-" + theme);
        picture(LogActivity.class, "messages-" + theme);
        picture(SimsActivity.class, "sims-" + theme);
        PowerManager power = (PowerManager) app.getSystemService(Context.POWER_SERVICE);
        shadowOf(power).setIgnoringBatteryOptimizations(app.getPackageName(), false);
        picture(DoctorActivity.class, "doctor-" + theme);
    }

    @Test
    @Config(qualifiers = PHONE)
    public void showsItsScreensByDay() throws Exception {
        pictures("light");
    }

    @Test
    @Config(qualifiers = "en-w360dp-h720dp-night-xhdpi")
    public void showsItsScreensByNight() throws Exception {
        pictures("dark");
    }

    @Test
    @Config(qualifiers = "de-w360dp-h720dp-notnight-xhdpi")
    public void speaksGerman() throws Exception {
        pair();
        picture(MainActivity.class, "status-german");
        PowerManager power = (PowerManager) app.getSystemService(Context.POWER_SERVICE);
        shadowOf(power).setIgnoringBatteryOptimizations(app.getPackageName(), false);
        picture(DoctorActivity.class, "doctor-german");
    }

    @Test
    @Config(qualifiers = PHONE)
    public void fitsTextThatAPersonMadeLarge() throws Exception {
        RuntimeEnvironment.setFontScale(1.8f);

        pair();
        picture(MainActivity.class, "status-large-text");
    }
}
