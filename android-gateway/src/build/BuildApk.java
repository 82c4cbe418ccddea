import com.android.apksig.ApkSigner;
import com.android.apksig.ApkVerifier;
import com.android.tools.r8.ClassFileResourceProvider;
import com.android.tools.r8.CompilationMode;
import com.android.tools.r8.OutputMode;
import com.android.tools.r8.ProgramResource;
import com.android.tools.r8.R8;
import com.android.tools.r8.R8Command;
import com.android.tools.r8.origin.Origin;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.File;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes the signed APK out of class files and compiled resources. A build tool, run by Maven through the Java source
 * launcher; arguments are name=value. Does nothing when the APK is there and nothing that it is made of has changed.
 */
public final class BuildApk {
    private static final int MIN_SDK = 23;

    private final Map<String, String> arguments = new HashMap<>();

    public static void main(String[] args) throws Exception {
        new BuildApk(args).run();
    }

    private BuildApk(String[] args) {
        for (String arg : args) {
            arguments.put(arg.substring(0, arg.indexOf('=')), arg.substring(arg.indexOf('=') + 1));
        }
    }

    private Path path(String name) {
        return Path.of(arguments.get(name));
    }

    private void run() throws Exception {
        makeKeyOnce();
        Path stamp = path("work").resolve("made-of");
        String madeOf = madeOf();
        if (Files.exists(path("out")) && Files.exists(stamp) && Files.readString(stamp).equals(madeOf)) {
            return;
        }
        deleteTree(path("work"));
        Path dex = Files.createDirectories(path("work").resolve("dex"));
        shrinkAndDex(dex);
        Path unsigned = path("work").resolve("unsigned.apk");
        pack(dex, unsigned);
        sign(unsigned);
        verify();
        Files.writeString(stamp, madeOf);
    }

    private List<Path> classes() throws IOException {
        Path root = path("classes");
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !root.relativize(file).startsWith(arguments.get("without")))
                    .sorted()
                    .toList();
        }
    }

    private List<Path> libraries() {
        List<Path> libraries = new ArrayList<>();
        for (String each : arguments.get("libraries").split(File.pathSeparator)) {
            libraries.add(Path.of(each));
        }
        return libraries;
    }

    private String madeOf() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        List<Path> files = new ArrayList<>(classes());
        files.addAll(libraries());
        files.addAll(List.of(path("rules"), path("resources"), path("keystore")));
        digest.update(jarManifest());
        for (Path file : files) {
            digest.update(file.toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** R8 fails when a class is missing that the app refers to. */
    private void shrinkAndDex(Path dex) throws Exception {
        List<Path> program = new ArrayList<>(classes());
        program.addAll(libraries());
        R8.run(R8Command.builder()
                .addProgramFiles(program)
                .addLibraryResourceProvider(new AndroidClasses(path("android")))
                .setMinApiLevel(MIN_SDK)
                .setMode(CompilationMode.RELEASE)
                .setOutput(dex, OutputMode.DexIndexed)
                .addProguardConfigurationFiles(path("rules"))
                .setProguardMapOutputPath(path("work").resolve("mapping.txt"))
                .build());
    }

    private void pack(Path dex, Path unsigned) throws IOException {
        try (ZipFile resources = new ZipFile(path("resources").toFile());
                AlignedZip zip = new AlignedZip(unsigned);
                Stream<Path> dexFiles = Files.list(dex)) {
            // Signing keeps it: what asks a jar for its version can ask the app too.
            zip.put(JarFile.MANIFEST_NAME, jarManifest(), false);
            List<? extends ZipEntry> entries = resources.stream()
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList();
            for (ZipEntry entry : entries) {
                // Android reads the table in place, so it is neither compressed nor unaligned.
                boolean stored = entry.getName().equals("resources.arsc");
                zip.put(entry.getName(), bytes(resources.getInputStream(entry)), stored);
            }
            for (Path file : dexFiles.filter(f -> f.toString().endsWith(".dex")).sorted().toList()) {
                zip.put(file.getFileName().toString(), Files.readAllBytes(file), false);
            }
        }
    }

    private byte[] jarManifest() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_TITLE, arguments.get("package"));
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, arguments.get("version"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        manifest.write(bytes);
        return bytes.toByteArray();
    }

    private void makeKeyOnce() throws Exception {
        if (Files.exists(path("keystore"))) {
            return;
        }
        Files.createDirectories(path("keystore").toAbsolutePath().getParent());
        Process keytool = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/keytool",
                        "-genkeypair",
                        "-keystore", arguments.get("keystore"),
                        "-storetype", "PKCS12",
                        "-storepass", arguments.get("password"),
                        "-alias", arguments.get("alias"),
                        "-keyalg", "RSA",
                        "-keysize", "3072",
                        "-validity", "10950",
                        "-dname", "CN=PulseSMS")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException("keytool could not make a signing key");
        }
    }

    private void sign(Path unsigned) throws Exception {
        char[] password = arguments.get("password").toCharArray();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(path("keystore"))) {
            keys.load(in, password);
        }
        PrivateKey key = (PrivateKey) keys.getKey(arguments.get("alias"), password);
        X509Certificate certificate = (X509Certificate) keys.getCertificate(arguments.get("alias"));
        ApkSigner.SignerConfig signer =
                new ApkSigner.SignerConfig.Builder("PULSESMS", key, List.of(certificate)).build();
        new ApkSigner.Builder(List.of(signer))
                .setInputApk(unsigned.toFile())
                .setOutputApk(path("out").toFile())
                .setMinSdkVersion(MIN_SDK)
                .setV1SigningEnabled(true)
                .setV2SigningEnabled(true)
                .setV3SigningEnabled(true)
                .setV4SigningEnabled(false)
                .build()
                .sign();
    }

    private void verify() throws Exception {
        ApkVerifier.Result result = new ApkVerifier.Builder(path("out").toFile())
                .setMinCheckedPlatformVersion(MIN_SDK)
                .build()
                .verify();
        boolean all = result.isVerified()
                && result.isVerifiedUsingV1Scheme()
                && result.isVerifiedUsingV2Scheme()
                && result.isVerifiedUsingV3Scheme();
        if (!all) {
            throw new IllegalStateException("The APK does not verify: " + result.getErrors());
        }
        System.out.printf("%s: %d KB, signed v1 v2 v3%n", path("out").getFileName(), Files.size(path("out")) / 1024);
    }

    private static byte[] bytes(InputStream in) throws IOException {
        try (in) {
            return in.readAllBytes();
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    /** What the app may link to: Android's public packages, and java.* from this JDK; read on demand. */
    private static final class AndroidClasses implements ClassFileResourceProvider {
        private static final String ANDROID = "(android|dalvik|org/json|org/xmlpull|org/apache/http)/.*";

        private final ZipFile zip;
        private final Map<String, ZipEntry> android = new HashMap<>();
        private final Map<String, Path> jdk = new HashMap<>();

        AndroidClasses(Path androidJar) throws IOException {
            zip = new ZipFile(androidJar.toFile());
            zip.stream()
                    .filter(entry -> entry.getName().endsWith(".class"))
                    .filter(entry -> entry.getName().matches(ANDROID))
                    .filter(entry -> !entry.getName().contains("/internal/"))
                    .forEach(entry -> android.put(descriptor(entry.getName()), entry));
            Path base = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
            for (String root : List.of("java", "javax")) {
                try (Stream<Path> all = Files.walk(base.resolve(root))) {
                    all.filter(file -> file.toString().endsWith(".class"))
                            .forEach(file -> jdk.put(descriptor(base.relativize(file).toString()), file));
                }
            }
        }

        private static String descriptor(String file) {
            return "L" + file.substring(0, file.length() - ".class".length()) + ";";
        }

        @Override
        public Set<String> getClassDescriptors() {
            Set<String> all = new HashSet<>(android.keySet());
            all.addAll(jdk.keySet());
            return all;
        }

        @Override
        public ProgramResource getProgramResource(String descriptor) {
            try {
                Path file = jdk.get(descriptor);
                ZipEntry entry = android.get(descriptor);
                if (file == null && entry == null) {
                    return null;
                }
                byte[] bytes = file != null ? Files.readAllBytes(file) : bytes(zip.getInputStream(entry));
                return ProgramResource.fromBytes(
                        Origin.unknown(), ProgramResource.Kind.CF, bytes, Collections.singleton(descriptor));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A zip whose stored entries start at multiples of four. */
    private static final class AlignedZip implements Closeable {
        private static final LocalDateTime NO_TIME = LocalDateTime.of(1981, 1, 1, 1, 1, 2);
        private static final int LOCAL_HEADER = 30;

        private final CountingStream counting;
        private final ZipOutputStream zip;

        AlignedZip(Path file) throws IOException {
            counting = new CountingStream(new BufferedOutputStream(Files.newOutputStream(file)));
            zip = new ZipOutputStream(counting);
        }

        void put(String name, byte[] data, boolean stored) throws IOException {
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(NO_TIME);
            if (stored) {
                CRC32 crc = new CRC32();
                crc.update(data);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(data.length);
                entry.setCompressedSize(data.length);
                entry.setCrc(crc.getValue());
                align(entry);
            }
            zip.putNextEntry(entry);
            zip.write(data);
            zip.closeEntry();
        }

        /** By the extra field 0xd935 that Android's own tools use: id, size, alignment, padding. */
        private void align(ZipEntry entry) throws IOException {
            zip.flush();
            int nameLength = entry.getName().getBytes(StandardCharsets.UTF_8).length;
            int over = (int) ((counting.count + LOCAL_HEADER + nameLength) % 4);
            if (over != 0) {
                int padding = (4 - (over + 6) % 4) % 4;
                byte[] extra = new byte[6 + padding];
                extra[0] = 0x35;
                extra[1] = (byte) 0xd9;
                extra[2] = (byte) (2 + padding);
                extra[4] = 4;
                entry.setExtra(extra);
            }
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }

    private static final class CountingStream extends FilterOutputStream {
        private long count;

        CountingStream(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            count += length;
        }
    }
}
