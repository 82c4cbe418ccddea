package com.pulsesms.ui.device;

import com.pulsesms.core.device.Device;
import com.pulsesms.core.device.Devices;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.ui.Cursor;
import com.pulsesms.ui.Shell;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The phones of the organization and how they do. */
@Named
@ViewScoped
public class DevicesPage implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    transient Devices devices;

    @Inject
    transient Clock clock;

    @Inject
    Shell shell;

    private String after = "";
    private @Nullable transient Page<Device> page;

    public Page<Device> getPage() {
        if (page == null) {
            page = devices.page(shell.getActor(), Cursor.request(after));
        }
        return page;
    }

    public void refresh() {
        page = null;
    }

    public boolean connected(Device device) {
        return device.connected(clock.instant());
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
