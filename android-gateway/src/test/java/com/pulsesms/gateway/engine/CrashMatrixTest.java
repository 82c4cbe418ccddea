package com.pulsesms.gateway.engine;

import com.pulsesms.gateway.simulator.FileOutbox;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CrashMatrixTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void printHead() {
        System.out.println(CrashMatrix.head());
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void sendsAtMostOnceAndLosesNothing(Step step) {
        System.out.println(CrashMatrix.row(step, () -> new FileOutbox(folder.toFile())));
    }
}
