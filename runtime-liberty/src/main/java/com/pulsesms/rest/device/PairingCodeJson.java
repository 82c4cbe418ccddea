package com.pulsesms.rest.device;

import com.pulsesms.core.device.Pairing;
import com.pulsesms.rest.PublicAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A permission to pair one phone. */
@Schema(name = "PairingCode")
public record PairingCodeJson(
        @Schema(description = "For typing into the app") String code,

        @Schema(description = "What the QR code for the app holds")
        String qr,

        Instant expiresAt) {
    static PairingCodeJson of(Pairing.Offer offer, PublicAddress server) {
        return new PairingCodeJson(offer.code(), qr(offer, server), offer.expiresAt());
    }

    private static String qr(Pairing.Offer offer, PublicAddress server) {
        return "pulsesms://pair?server=" + URLEncoder.encode(server.uri().toString(), StandardCharsets.UTF_8) + "&code="
                + offer.code();
    }
}
