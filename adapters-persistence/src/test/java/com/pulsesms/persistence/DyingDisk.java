package com.pulsesms.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * Files of H2, under {@code dying:}, to which nothing is written any more after a number of writes: what they hold then is
 * what a killed process would have left.
 */
public final class DyingDisk extends FilePathWrapper {
    private static final AtomicLong WRITES_LEFT = new AtomicLong();

    static void register() {
        FilePath.register(new DyingDisk());
    }

    static void dieAfter(long writes) {
        WRITES_LEFT.set(writes);
    }

    static boolean dead() {
        return WRITES_LEFT.get() <= 0;
    }

    @Override
    public String getScheme() {
        return "dying";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(getBase().open(mode));
    }

    private static final class Channel extends FileBaseDefault {
        private final FileChannel file;

        private Channel(FileChannel file) {
            this.file = file;
        }

        @Override
        public int read(ByteBuffer into, long position) throws IOException {
            return file.read(into, position);
        }

        @Override
        public synchronized int write(ByteBuffer from, long position) throws IOException {
            if (WRITES_LEFT.decrementAndGet() >= 0) {
                return file.write(from, position);
            }
            var pretended = from.remaining();
            from.position(from.limit());
            return pretended;
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            if (!dead()) {
                file.truncate(size);
            }
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        /** Syncing is for power cuts; a killed process loses nothing that it has written. */
        @Override
        public void force(boolean metaData) {}

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
