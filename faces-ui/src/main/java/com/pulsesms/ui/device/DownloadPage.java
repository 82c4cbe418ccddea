package com.pulsesms.ui.device;

import com.pulsesms.ui.PublicUrl;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Where people get the Android app: the link to its page, and the same as a QR code for the phone's camera. */
@Named
@RequestScoped
public class DownloadPage {
    @Inject
    PublicUrl server;

    public String getLink() {
        return server.address() + "/download";
    }

    public QrCode getQr() {
        return QrCode.of(getLink());
    }
}
