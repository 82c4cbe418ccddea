package com.pulsesms.ui.device;

import com.pulsesms.core.device.Device;
import com.pulsesms.core.device.Devices;
import com.pulsesms.core.device.Pairing;
import com.pulsesms.core.device.PairingCode;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.ui.PublicUrl;
import com.pulsesms.ui.Shell;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Shows a pairing code as a QR code until a phone has used it. */
@Named
@ViewScoped
public class ConnectPage implements Serializable {
    private static final long serialVersionUID = 1;

    private static final int LATEST = 10;

    @Inject
    transient Pairing pairing;

    @Inject
    transient Devices devices;

    @Inject
    transient Clock clock;

    @Inject
    Shell shell;

    @Inject
    transient PublicUrl server;

    private String link = "";
    private String code = "";
    private Instant expiresAt = Instant.EPOCH;
    private boolean expired;
    private @Nullable transient QrCode qr;
    private @Nullable transient Device device;

    /** Makes a code to show. */
    public void offer() {
        var offer = pairing.offer(shell.getActor());
        code = offer.code();
        link = "pulsesms://pair?server=" + encoded(server.address().toString()) + "&code=" + encoded(code);
        qr = QrCode.of(link);
        expiresAt = offer.expiresAt();
        expired = false;
    }

    /** Looks whether a phone has paired since the code is shown. */
    public void look() {
        var since = expiresAt.minus(PairingCode.LIFE);
        devices.page(shell.getActor(), PageRequest.first(LATEST)).items().stream()
                .filter(d -> !d.pairedAt().isBefore(since))
                .findFirst()
                .ifPresent(d -> device = d);
        expired = !clock.instant().isBefore(expiresAt);
        if (!isWaiting()) {
            FacesContext.getCurrentInstance()
                    .getPartialViewContext()
                    .getRenderIds()
                    .add("form:state");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public String getLink() {
        return link;
    }

    /** The code in groups of four, as people read it aloud. */
    public String getCode() {
        return code.replaceAll("(.{4})(?=.)", "$1-");
    }

    public long getExpiresAt() {
        return expiresAt.toEpochMilli();
    }

    public boolean isExpired() {
        return expired;
    }

    public boolean isWaiting() {
        return device == null && !expired;
    }

    public @Nullable QrCode getQr() {
        return qr;
    }

    public @Nullable Device getDevice() {
        return device;
    }
}
