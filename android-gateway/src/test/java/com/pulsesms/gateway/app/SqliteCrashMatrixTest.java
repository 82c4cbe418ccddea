package com.pulsesms.gateway.app;

import android.os.Build;
import com.pulsesms.gateway.engine.CrashMatrix;
import com.pulsesms.gateway.engine.Step;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;

@RunWith(RobolectricTestRunner.class)
public class SqliteCrashMatrixTest {
    @Test
    public void sendsAtMostOnceAndLosesNothingWhereverItDies() {
        System.out.println("SQLite on API " + Build.VERSION.SDK_INT);
        System.out.println(CrashMatrix.head());
        for (Step step : Step.values()) {
            System.out.println(
                    CrashMatrix.row(step, () -> new SqliteOutbox(RuntimeEnvironment.getApplication(), step.name())));
        }
    }
}
