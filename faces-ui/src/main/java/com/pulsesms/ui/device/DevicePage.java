package com.pulsesms.ui.device;

import com.pulsesms.core.device.Device;
import com.pulsesms.core.device.Devices;
import com.pulsesms.core.device.Pace;
import com.pulsesms.core.gateway.DeviceRemoval;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.ui.Notices;
import com.pulsesms.ui.Shell;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One phone: how it does, its name and pace, and its removal. */
@Named
@ViewScoped
public class DevicePage implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    transient Devices devices;

    @Inject
    transient DeviceRemoval removal;

    @Inject
    transient Clock clock;

    @Inject
    Shell shell;

    @Inject
    Notices notices;

    private String id = "";
    private String name = "";
    private int partsPerMinute = Pace.DEFAULT.partsPerMinute().orElseThrow();
    private boolean unlimited;
    private @Nullable transient Device device;

    public void load() {
        refresh();
        name = getDevice().name();
        unlimited = getDevice().pace().partsPerMinute().isEmpty();
        partsPerMinute = getDevice().pace().partsPerMinute().orElse(partsPerMinute);
    }

    public void refresh() {
        device = devices.find(shell.getActor(), DeviceId.parse(id));
    }

    public String save() {
        var pace = unlimited ? Pace.UNLIMITED : Pace.of(partsPerMinute);
        devices.change(shell.getActor(), DeviceId.parse(id), new Devices.Change(Optional.of(name), Optional.of(pace)));
        notices.tellNext("device.saved");
        return "/app/device?faces-redirect=true&id=" + id;
    }

    public String remove() {
        removal.remove(shell.getActor(), DeviceId.parse(id));
        notices.tellNext("device.removed");
        return "/app/devices?faces-redirect=true";
    }

    public Device getDevice() {
        if (device == null) {
            refresh();
        }
        return device;
    }

    public boolean isConnected() {
        return getDevice().connected(clock.instant());
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public int getPartsPerMinute() {
        return partsPerMinute;
    }

    public void setPartsPerMinute(int partsPerMinute) {
        this.partsPerMinute = partsPerMinute;
    }

    public boolean isUnlimited() {
        return unlimited;
    }

    public void setUnlimited(boolean unlimited) {
        this.unlimited = unlimited;
    }
}
