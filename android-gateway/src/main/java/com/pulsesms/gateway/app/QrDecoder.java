package com.pulsesms.gateway.app;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Collections;
import java.util.Map;

/** Reads a QR code out of a camera picture. */
final class QrDecoder {
    private static final Map<DecodeHintType, Object> HINTS =
            Collections.<DecodeHintType, Object>singletonMap(DecodeHintType.TRY_HARDER, Boolean.TRUE);

    private QrDecoder() {}

    /**
     * @param brightness one byte per pixel, as NV21 begins with
     * @return null when there is no code to read
     */
    static String decode(byte[] brightness, int width, int height) {
        LuminanceSource picture = new PlanarYUVLuminanceSource(brightness, width, height, 0, 0, width, height, false);
        String text = decode(picture);
        // Codes on dark pages are light on dark.
        return text != null ? text : decode(picture.invert());
    }

    private static String decode(LuminanceSource picture) {
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(picture)), HINTS)
                    .getText();
        } catch (ReaderException e) {
            return null;
        }
    }
}
