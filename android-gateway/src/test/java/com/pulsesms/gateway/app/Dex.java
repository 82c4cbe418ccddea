package com.pulsesms.gateway.app;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;

/** The types of a dex file, by the tables of its header (source.android.com/docs/core/runtime/dex-format). */
final class Dex {
    private static final int STRING_IDS = 0x3c;
    private static final int TYPE_IDS_SIZE = 0x40;
    private static final int TYPE_IDS = 0x44;
    private static final int CLASS_DEFS_SIZE = 0x60;
    private static final int CLASS_DEFS = 0x64;
    private static final int CLASS_DEF_ITEM = 0x20;

    private final ByteBuffer bytes;

    Dex(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Descriptors such as {@code Ljava/lang/String;}. */
    Set<String> defined() {
        Set<String> defined = new TreeSet<>();
        for (int i = 0; i < bytes.getInt(CLASS_DEFS_SIZE); i++) {
            defined.add(type(bytes.getInt(bytes.getInt(CLASS_DEFS) + i * CLASS_DEF_ITEM)));
        }
        return defined;
    }

    /** The classes that the code refers to and that neither it, nor this framework, nor Java itself has. */
    Set<String> missingFrom(File framework) throws IOException {
        Set<String> missing = new TreeSet<>();
        Set<String> defined = defined();
        try (ZipFile jar = new ZipFile(framework)) {
            for (int i = 0; i < bytes.getInt(TYPE_IDS_SIZE); i++) {
                String type = type(i).replaceFirst("^\\[+", "");
                boolean primitive = !type.startsWith("L");
                if (!primitive && !defined.contains(type) && jar.getEntry(file(type)) == null && !java(type)) {
                    missing.add(type);
                }
            }
        }
        return missing;
    }

    private static boolean java(String descriptor) {
        return ClassLoader.getPlatformClassLoader().getResource(file(descriptor)) != null;
    }

    private static String file(String descriptor) {
        return descriptor.substring(1, descriptor.length() - 1) + ".class";
    }

    private String type(int index) {
        return string(bytes.getInt(bytes.getInt(TYPE_IDS) + index * Integer.BYTES));
    }

    private String string(int index) {
        int at = bytes.getInt(bytes.getInt(STRING_IDS) + index * Integer.BYTES);
        // Behind its length, in seven bits a byte, up to a zero; names are ASCII.
        while (bytes.get(at) < 0) {
            at++;
        }
        int start = at + 1;
        int end = start;
        while (bytes.get(end) != 0) {
            end++;
        }
        return new String(bytes.array(), start, end - start, StandardCharsets.US_ASCII);
    }
}
