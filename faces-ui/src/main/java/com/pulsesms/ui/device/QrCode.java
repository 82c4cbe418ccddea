package com.pulsesms.ui.device;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code as an SVG path of one unit per module.
 *
 * @param size modules in a row, with the quiet zone that scanners need around the code
 */
public record QrCode(int size, String path) {
    /** ISO/IEC 18004, 6.3.8. */
    private static final int QUIET_ZONE = 4;

    public static QrCode of(String text) {
        try {
            var modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            var path = new StringBuilder();
            for (var y = 0; y < modules.getHeight(); y++) {
                for (var x = 0; x < modules.getWidth(); x++) {
                    if (modules.get(x, y) == 1) {
                        path.append('M')
                                .append(x + QUIET_ZONE)
                                .append(' ')
                                .append(y + QUIET_ZONE)
                                .append("h1v1h-1z");
                    }
                }
            }
            return new QrCode(modules.getWidth() + 2 * QUIET_ZONE, path.toString());
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too long for a QR code", e);
        }
    }
}
