package com.pulsesms.gateway.app;

import com.pulsesms.gateway.engine.PairingLink;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where plain HTTP is acceptable: towards private addresses only. */
final class ServerAddress {
    private static final Pattern PRIVATE_V4 = Pattern.compile("(10|127)(\\.\\d{1,3}){3}|192\\.168(\\.\\d{1,3}){2}"
            + "|169\\.254(\\.\\d{1,3}){2}|172\\.(1[6-9]|2\\d|3[01])(\\.\\d{1,3}){2}"
            + "|100\\.(6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])(\\.\\d{1,3}){2}");
    private static final Pattern PRIVATE_V6 = Pattern.compile("\\[(::1|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*)]");
    private static final Pattern LOCAL_NAME =
            Pattern.compile("localhost|[a-z0-9-]+|.+\\.(local|lan|home|internal|home\\.arpa)");

    private ServerAddress() {}

    static boolean isPrivate(PairingLink link) {
        String host = URI.create(link.server()).getHost().toLowerCase(Locale.ROOT);
        return PRIVATE_V4.matcher(host).matches()
                || PRIVATE_V6.matcher(host).matches()
                || LOCAL_NAME.matcher(host).matches();
    }
}
