package com.pulsesms.gateway.simulator;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A file of lines, each appended as a whole and synced. A line that a death cut off at the end is not there; a broken line
 * before others is an error.
 */
final class Journal implements Closeable {
    private final RandomAccessFile file;

    Journal(File path) throws IOException {
        file = new RandomAccessFile(path, "rw");
    }

    /** All whole lines; cuts off what is broken behind them. */
    List<String> readAll() throws IOException {
        byte[] bytes = new byte[(int) file.length()];
        file.seek(0);
        file.readFully(bytes);
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                String line = checked(new String(bytes, start, i - start, StandardCharsets.UTF_8));
                if (line == null) {
                    refuseUnlessLast(bytes, i);
                    break;
                }
                lines.add(line);
                start = i + 1;
            }
        }
        file.setLength(start);
        file.seek(start);
        return lines;
    }

    private static void refuseUnlessLast(byte[] bytes, int newline) throws IOException {
        if (newline != bytes.length - 1) {
            throw new IOException("The outbox journal is damaged in its middle");
        }
    }

    void append(String line) throws IOException {
        long before = file.getFilePointer();
        try {
            file.write(framed(line));
            file.getFD().sync();
        } catch (IOException e) {
            file.setLength(before);
            file.seek(before);
            throw e;
        }
    }

    long length() throws IOException {
        return file.getFilePointer();
    }

    private static byte[] framed(String line) {
        byte[] text = line.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream framed = new ByteArrayOutputStream(text.length + 10);
        byte[] sum = (sum(text) + " ").getBytes(StandardCharsets.US_ASCII);
        framed.write(sum, 0, sum.length);
        framed.write(text, 0, text.length);
        framed.write('\n');
        return framed.toByteArray();
    }

    private static String checked(String framed) {
        int space = framed.indexOf(' ');
        String text = framed.substring(space + 1);
        boolean whole = space == 8 && framed.startsWith(sum(text.getBytes(StandardCharsets.UTF_8)));
        return whole ? text : null;
    }

    private static String sum(byte[] text) {
        CRC32 crc = new CRC32();
        crc.update(text, 0, text.length);
        return String.format("%08x", crc.getValue());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Replaces one file by another so that a death leaves either the old or the new one. */
    static void replace(File by, File what) throws IOException {
        Files.move(by.toPath(), what.toPath(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder =
                FileChannel.open(what.getAbsoluteFile().getParentFile().toPath())) {
            folder.force(true);
        }
    }
}
