package com.pulsesms.ui.device;

import com.pulsesms.core.device.Device;
import com.pulsesms.core.device.Devices;
import com.pulsesms.core.device.Pace;
import com.pulsesms.core.device.PartCap;
import com.pulsesms.core.gateway.DeviceRemoval;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.ui.Notices;
import com.pulsesms.ui.Shell;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
    private CapForm caps = new CapForm(-1, Pace.DEFAULT.device());
    private List<CapForm> simCaps = List.of();
    private boolean unlimited;
    private @Nullable transient Device device;

    public void load() {
        refresh();
        name = getDevice().name();
        var pace = getDevice().pace();
        unlimited = pace.device().unlimited();
        caps = unlimited ? caps : new CapForm(-1, pace.device());
        simCaps = new ArrayList<>(getDevice().sims().stream()
                .map(sim -> new CapForm(sim.slot(), pace.sim(sim.slot())))
                .toList());
    }

    public void refresh() {
        device = devices.find(shell.getActor(), DeviceId.parse(id));
    }

    public String save() {
        if (!unlimited && caps.isEmpty()) {
            throw new Refusal.Invalid("partsPerMinute", "Give a number, or choose unlimited");
        }
        var sims = simCaps.stream().collect(Collectors.toMap(CapForm::getSlot, CapForm::changes));
        var pace = unlimited ? PartCap.NONE.all() : caps.changes();
        devices.change(shell.getActor(), DeviceId.parse(id), new Devices.Change(Optional.of(name), pace, sims));
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

    public CapForm getCaps() {
        return caps;
    }

    public List<CapForm> getSimCaps() {
        return simCaps;
    }

    public boolean isUnlimited() {
        return unlimited;
    }

    public void setUnlimited(boolean unlimited) {
        this.unlimited = unlimited;
    }
}
