package com.pulsesms.gateway.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.android.apksig.ApkVerifier;
import com.reandroid.apk.ApkModule;
import com.reandroid.arsc.chunk.xml.AndroidManifestBlock;
import com.reandroid.arsc.chunk.xml.ResXmlAttribute;
import com.reandroid.arsc.chunk.xml.ResXmlElement;
import com.reandroid.arsc.model.ResourceEntry;
import com.reandroid.arsc.value.ValueType;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The APK as it was built. */
class ApkIT {
    private static final int LOCAL_HEADER = 30;

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
            System.out.printf(
                    "package %s, version %s (%d), label %s, icon %s, sdk %d to %d%n",
                    manifest.getPackageName(),
                    manifest.getVersionName(),
                    manifest.getVersionCode(),
                    label,
                    icon(module),
                    manifest.getMinSdkVersion(),
                    manifest.getTargetSdkVersion());

            assertThat(label).isEqualTo("PulseSMS Gateway");
            assertThat(manifest.getPackageName()).isEqualTo("com.pulsesms.gateway");
            assertThat(manifest.getVersionName()).isEqualTo(AppVersion.NAME);
            assertThat(manifest.getMinSdkVersion()).isEqualTo(23);
            assertThat(manifest.getTargetSdkVersion()).isEqualTo(34);
            assertThat(icon(module)).isEqualTo("@drawable/ic_launcher");
            assertThat(manifest.isDebuggable()).isFalse();
        }
    }

    private static String icon(ApkModule module) {
        ResourceEntry icon =
                module.getTableBlock().getResource(module.getAndroidManifest().getIconResourceId());
        return "@" + icon.getType() + "/" + icon.getName();
    }

    /** What a jar is asked for its version by, such as the server that offers it. */
    @Test
    void saysItsVersionAsAJarToo() throws IOException {
        try (JarFile jar = new JarFile(apk)) {
            assertThat(jar.getManifest().getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION))
                    .isEqualTo(AppVersion.NAME);
        }
    }

    @Test
    void asksForThesePermissionsAndNoOthers() throws IOException {
        assertThat(named("uses-permission"))
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
    }

    @Test
    void opensToOthersOnlyWhatTheSystemAndTheCameraStart() throws IOException {
        List<String> exported = new ArrayList<>();
        try (ApkModule module = ApkModule.loadApkFile(apk)) {
            dump(module.getAndroidManifest().getManifestElement(), "");
            for (ResXmlElement component : components(module)) {
                ResXmlAttribute open = component.searchAttributeByName("exported");
                assertThat(open)
                        .as("Each component says it: %s", name(component))
                        .isNotNull();
                if (open.getValueAsBoolean()) {
                    exported.add(name(component));
                }
            }
        }
        assertThat(exported)
                .containsExactlyInAnyOrder(
                        MainActivity.class.getName(), PairActivity.class.getName(), BootReceiver.class.getName());
    }

    @Test
    void keepsItsDataOutOfBackupsAndPlainHttpToTheServersOfItsOwnNetwork() throws IOException {
        try (ApkModule module = ApkModule.loadApkFile(apk)) {
            ResXmlElement application = module.getAndroidManifest().getApplicationElement();

            assertThat(application.searchAttributeByName("allowBackup").getValueAsBoolean())
                    .isFalse();
            for (String rules : List.of("fullBackupContent", "dataExtractionRules", "networkSecurityConfig")) {
                assertThat(application.searchAttributeByName(rules)).as(rules).isNotNull();
            }
        }
    }

    /** R8 may rename everything but what the manifest names. */
    @Test
    void hasEachClassThatItsManifestNames() throws IOException {
        Dex dex = dex();
        try (ApkModule module = ApkModule.loadApkFile(apk)) {
            List<ResXmlElement> named = components(module);
            named.add(module.getAndroidManifest().getApplicationElement());

            assertThat(named)
                    .hasSizeGreaterThan(10)
                    .allSatisfy(component -> assertThat(dex.defined())
                            .contains("L" + name(component).replace('.', '/') + ";"));
        }
    }

    @Test
    void missesNoClassOnTheNewestAndroidAndOnTheOldestOnlyWhatItAsksForFirst() throws IOException {
        Dex dex = dex();
        Set<String> newest = dex.missingFrom(new File(System.getProperty("android.newest")));
        Set<String> oldest = dex.missingFrom(new File(System.getProperty("android.oldest")));

        assertThat(newest).isEmpty();
        assertThat(oldest).containsExactly("Landroid/app/NotificationChannel;");
    }

    private static void dump(ResXmlElement element, String indent) {
        StringBuilder line = new StringBuilder(indent).append(element.getName());
        element.getAttributes()
                .forEachRemaining(each ->
                        line.append(' ').append(each.getName()).append('=').append(value(each)));
        System.out.println(line);
        element.getElements().forEachRemaining(child -> dump(child, indent + "  "));
    }

    private static String value(ResXmlAttribute attribute) {
        if (attribute.getValueType() == ValueType.STRING) {
            return attribute.getValueAsString();
        }
        return attribute.getValueType() == ValueType.BOOLEAN
                ? String.valueOf(attribute.getValueAsBoolean())
                : "0x" + Integer.toHexString(attribute.getData());
    }

    private List<String> named(String tag) throws IOException {
        List<String> names = new ArrayList<>();
        try (ApkModule module = ApkModule.loadApkFile(apk)) {
            module.getAndroidManifest()
                    .getManifestElement()
                    .getElements(tag)
                    .forEachRemaining(each -> names.add(name((ResXmlElement) each)));
        }
        return names;
    }

    private static List<ResXmlElement> components(ApkModule module) {
        List<ResXmlElement> components = new ArrayList<>();
        for (String tag : List.of("activity", "service", "receiver", "provider")) {
            module.getAndroidManifest()
                    .getApplicationElement()
                    .getElements(tag)
                    .forEachRemaining(each -> components.add((ResXmlElement) each));
        }
        return components;
    }

    private static String name(ResXmlElement element) {
        return element.searchAttributeByName("name").getValueAsString();
    }

    private Dex dex() throws IOException {
        try (ZipFile zip = new ZipFile(apk)) {
            return new Dex(zip.getInputStream(zip.getEntry("classes.dex")).readAllBytes());
        }
    }

    @Test
    void holdsTheEngineAndNothingOfTheSimulator() throws IOException {
        try (ZipFile zip = new ZipFile(apk)) {
            Set<String> names = zip.stream().map(ZipEntry::getName).collect(Collectors.toSet());

            assertThat(names).contains("AndroidManifest.xml", "resources.arsc", "classes.dex");
        }
        assertThat(dex().defined())
                .contains("Lcom/pulsesms/gateway/engine/GatewayEngine;")
                .noneMatch(type -> type.startsWith("Lcom/pulsesms/gateway/simulator"));
    }

    /** Android maps the table into memory as it lies in the file: stored, and at a multiple of four. */
    @Test
    void keepsItsResourceTableAsItIsMapped() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(apk.toPath())).order(ByteOrder.LITTLE_ENDIAN);
        String table = "resources.arsc";
        int name = new String(bytes.array(), StandardCharsets.ISO_8859_1).indexOf(table);
        int header = name - LOCAL_HEADER;

        assertThat(bytes.getInt(header)).as("local file header").isEqualTo(0x04034b50);
        assertThat(bytes.getShort(header + 8)).as("compression").isEqualTo((short) ZipEntry.STORED);
        assertThat((name + table.length() + bytes.getShort(header + 28)) % 4)
                .as("alignment")
                .isZero();
    }
}
