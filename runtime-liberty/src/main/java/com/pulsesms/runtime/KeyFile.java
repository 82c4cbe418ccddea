package com.pulsesms.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret of a server whose operator chose none: made at the first start, and kept beside the data. */
final class KeyFile {
    private static final int BYTES = 32;

    private final Path file;

    KeyFile(Path folder) {
        file = folder.resolve("secret.key");
    }

    /** The secret, from now on always the same. */
    String secret() {
        try {
            if (!Files.exists(file)) {
                make();
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + file + " can be neither read nor made", e);
        }
    }

    private void make() throws IOException {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Files.createDirectories(file.getParent());
        var whole = Files.createTempFile(file.getParent(), "secret", ".new", forOwnerOnly());
        Files.writeString(whole, Base64.getEncoder().encodeToString(bytes), StandardOpenOption.SYNC);
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private FileAttribute<?>[] forOwnerOnly() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
