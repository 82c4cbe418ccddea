package com.pulsesms.gateway.app;

import com.pulsesms.gateway.R;
import com.pulsesms.gateway.engine.ServerRefused;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;

/** What went wrong while connecting, in words that help. */
final class PairingError {
    private PairingError() {}

    static int text(Exception failure) {
        if (failure instanceof ServerRefused) {
            return text((ServerRefused) failure);
        }
        if (causedBy(failure, CertificateNotYetValidException.class)
                || causedBy(failure, CertificateExpiredException.class)) {
            return R.string.error_clock;
        }
        return causedBy(failure, SSLException.class) ? R.string.error_certificate : R.string.error_unreachable;
    }

    private static int text(ServerRefused refused) {
        switch (refused.code()) {
            case "pairing_code_invalid":
                return R.string.error_code_invalid;
            case "pairing_code_expired":
                return R.string.error_code_expired;
            case "pairing_code_used":
                return R.string.error_code_used;
            case "installation_in_other_organization":
                return R.string.error_other_organization;
            default:
                return refused.code().isEmpty() ? R.string.error_not_pulsesms : R.string.error_unreachable;
        }
    }

    private static boolean causedBy(Throwable failure, Class<?> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
