package com.pulsesms.ui.device;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipInputStream;

/** The Android app that this server was packaged with. What is said of it is read from the file that is given out. */
@Named
@ApplicationScoped
public class GatewayApk {
    static final String NAME = "pulsesms-gateway.apk";
    private static final String PLACE = "/WEB-INF/android/" + NAME;
    private static final int KILOBYTE = 1024;

    @Inject
    ServletContext application;

    private byte[] bytes = {};
    private String sha256 = "";
    private String version = "";

    @PostConstruct
    void read() {
        try (var in = application.getResourceAsStream(PLACE)) {
            if (in == null) {
                throw new IllegalStateException("The server was packaged without " + PLACE);
            }
            bytes = in.readAllBytes();
            sha256 = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            version = version(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String version(byte[] apk) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(apk))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    return new Manifest(zip).getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
                }
            }
        }
        throw new IllegalStateException(NAME + " has no manifest");
    }

    /** Not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    public String getName() {
        return NAME;
    }

    /** In lower-case hexadecimal digits, as {@code sha256sum} prints it. */
    public String getSha256() {
        return sha256;
    }

    public String getVersion() {
        return version;
    }

    /** In kilobytes, rounded up. */
    public int getKilobytes() {
        return (bytes.length + KILOBYTE - 1) / KILOBYTE;
    }
}
