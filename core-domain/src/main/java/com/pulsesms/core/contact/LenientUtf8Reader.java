package com.pulsesms.core.contact;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads UTF-8, and each byte that can't be UTF-8 as Windows-1252. So a file in either is read in one pass, wherever its
 * first accent stands.
 */
final class LenientUtf8Reader extends Reader {
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(8192).flip();
    private final CharBuffer chars = CharBuffer.allocate(8192).flip();
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private boolean ended;
    private boolean fellBack;

    LenientUtf8Reader(InputStream in) {
        this.in = in;
    }

    /** What the bytes so far were. */
    Charset charset() {
        return fellBack ? WINDOWS_1252 : StandardCharsets.UTF_8;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (!chars.hasRemaining() && !decodeMore()) {
            return -1;
        }
        var count = Math.min(length, chars.remaining());
        chars.get(target, offset, count);
        return count;
    }

    private boolean decodeMore() throws IOException {
        chars.clear();
        do {
            var result = utf8.decode(bytes, chars, ended);
            if (result.isError()) {
                fallBack(result);
            }
        } while (chars.position() == 0 && (bytes.hasRemaining() && ended || fill()));
        return chars.flip().hasRemaining();
    }

    private void fallBack(CoderResult malformed) {
        fellBack = true;
        for (var i = 0; i < malformed.length() && chars.hasRemaining(); i++) {
            chars.put(new String(new byte[] {bytes.get()}, WINDOWS_1252));
        }
    }

    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        bytes.compact();
        var read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        bytes.position(bytes.position() + Math.max(read, 0));
        bytes.flip();
        ended = read < 0;
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
