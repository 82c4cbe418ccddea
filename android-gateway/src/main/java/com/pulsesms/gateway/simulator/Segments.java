package com.pulsesms.gateway.simulator;

/** Into how many parts a text is divided: GSM 7-bit where every character allows it, else UCS-2. */
final class Segments {
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "^{}\\[~]|€\f";

    private Segments() {}

    static int of(String text) {
        int septets = septets(text);
        return septets >= 0 ? parts(septets, 160, 153) : parts(text.length(), 70, 67);
    }

    private static int septets(String text) {
        int septets = 0;
        for (int i = 0; i < text.length(); i++) {
            if (EXTENDED.indexOf(text.charAt(i)) >= 0) {
                septets += 2;
            } else if (BASIC.indexOf(text.charAt(i)) >= 0) {
                septets++;
            } else {
                return -1;
            }
        }
        return septets;
    }

    private static int parts(int length, int alone, int joined) {
        return length <= alone ? 1 : (length + joined - 1) / joined;
    }
}
