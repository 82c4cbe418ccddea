package com.pulsesms.gateway.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.android.apksig.ApkVerifier;
import com.reandroid.apk.ApkModule;
import com.reandroid.arsc.chunk.xml.AndroidManifestBlock;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The APK as it was built. */
class ApkIT {
    private final File apk = new File(System.getProperty("apk"));

    @Test
    void isSignedForEveryAndroidFrom6On() throws Exception {
        ApkVerifier.Result result = new ApkVerifier.Builder(apk)
                .setMinCheckedPlatformVersion(23)
                .build()
                .verify();

        assertThat(result.getErrors()).isEmpty();
        assertThat(result.isVerified()).isTrue();
        assertThat(result.isVerifiedUsingV1Scheme()).isTrue();
        assertThat(result.isVerifiedUsingV2Scheme()).isTrue();
        assertThat(result.isVerifiedUsingV3Scheme()).isTrue();
    }

    @Test
    void isUnderOneMegabyte() {
        assertThat(apk.length()).isLessThan(1 << 20);
    }

    @Test
    void saysWhoItIs() throws IOException {
        try (ApkModule module = ApkModule.loadApkFile(apk)) {
            AndroidManifestBlock manifest = module.getAndroidManifest();
            String label = module.getTableBlock()
                    .getResource(manifest.getApplicationLabelReference())
                    .get()
                    .getValueAsString();
            List<String> permissions = new ArrayList<>(manifest.getUsesPermissions());
            System.out.printf(
                    "package %s, version %s (%d), label %s, icon 0x%x, sdk %d to %d%n%s%n",
                    manifest.getPackageName(),
                    manifest.getVersionName(),
                    manifest.getVersionCode(),
                    label,
                    manifest.getIconResourceId(),
                    manifest.getMinSdkVersion(),
                    manifest.getTargetSdkVersion(),
                    String.join(System.lineSeparator(), permissions));

            assertThat(label).isEqualTo("PulseSMS Gateway");
            assertThat(permissions).contains("android.permission.SEND_SMS").hasSize(12);
            assertThat(manifest.getPackageName()).isEqualTo("com.pulsesms.gateway");
            assertThat(manifest.getVersionName()).isEqualTo(AppVersion.NAME);
            assertThat(manifest.getMinSdkVersion()).isEqualTo(23);
            assertThat(manifest.getTargetSdkVersion()).isEqualTo(34);
            assertThat(manifest.getIconResourceId()).isNotZero();
            assertThat(manifest.isDebuggable()).isFalse();
        }
    }

    @Test
    void holdsTheEngineAndNothingOfTheSimulator() throws IOException {
        try (ZipFile zip = new ZipFile(apk)) {
            Set<String> names = zip.stream().map(ZipEntry::getName).collect(Collectors.toSet());
            String dex = new String(
                    zip.getInputStream(zip.getEntry("classes.dex")).readAllBytes(), StandardCharsets.ISO_8859_1);

            assertThat(names).contains("AndroidManifest.xml", "resources.arsc", "classes.dex");
            assertThat(dex).contains("Lcom/pulsesms/gateway/engine/GatewayEngine;");
            assertThat(dex).doesNotContain("com/pulsesms/gateway/simulator");
        }
    }

    /** Android maps the table into memory as it lies in the file. */
    @Test
    void keepsItsResourceTableUncompressed() throws IOException {
        try (ZipFile zip = new ZipFile(apk)) {
            List<Integer> methods = zip.stream()
                    .filter(entry -> entry.getName().equals("resources.arsc"))
                    .map(ZipEntry::getMethod)
                    .collect(Collectors.toList());

            assertThat(methods).containsExactly(ZipEntry.STORED);
        }
    }
}
