package com.pulsesms.rest.device;

import com.pulsesms.core.device.Device;
import com.pulsesms.core.device.Pace;
import com.pulsesms.core.device.Sim;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A phone. */
@Schema(name = "Device")
public record DeviceJson(
        UUID id,
        String name,

        @Schema(description = "Whether it was heard of within the last 90 seconds")
        boolean connected,

        @Schema(description = "Whether it has a SIM and may send, by its own word")
        boolean canSend,

        String manufacturer,
        String model,
        String androidVersion,
        String appVersion,
        List<SimJson> sims,
        @Nullable Integer battery,
        boolean charging,
        @Nullable String network,
        Map<String, Boolean> permissions,
        QueueJson queue,
        PaceJson pace,
        Instant pairedAt,
        @Nullable Instant lastSeenAt) {

    /** A SIM card. */
    @Schema(name = "Sim")
    public record SimJson(
            int slot, String carrier, @Nullable String number, PaceJson pace) {
        static SimJson of(Sim sim, Pace pace) {
            return new SimJson(sim.slot(), sim.carrier(), sim.number().orElse(null), PaceJson.of(pace.sim(sim.slot())));
        }
    }

    /** What the phone holds. */
    @Schema(name = "DeviceQueue")
    public record QueueJson(
            @Schema(description = "Messages that wait for its radio")
            int queued,

            @Schema(description = "Messages that its radio works on")
            int sending,

            @Schema(description = "Reports that it still has to send us")
            int reports) {}

    static DeviceJson of(Device device, Instant now) {
        var hardware = device.hardware();
        var vitals = device.vitals();
        return new DeviceJson(
                device.id().value(),
                device.name(),
                device.connected(now),
                vitals.canSend(),
                hardware.manufacturer(),
                hardware.model(),
                hardware.androidVersion(),
                hardware.appVersion(),
                device.sims().stream()
                        .map(sim -> SimJson.of(sim, device.pace()))
                        .toList(),
                vitals.battery().orElse(null),
                vitals.charging(),
                vitals.network().orElse(null),
                vitals.permissions(),
                new QueueJson(vitals.queued(), vitals.sending(), vitals.reports()),
                PaceJson.of(device.pace().device()),
                device.pairedAt(),
                device.lastSeenAt().orElse(null));
    }
}
