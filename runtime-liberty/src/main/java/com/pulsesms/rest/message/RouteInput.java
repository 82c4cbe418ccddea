package com.pulsesms.rest.message;

import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.message.Route;
import com.pulsesms.rest.Input;
import java.util.function.UnaryOperator;

/** Reads which phone and SIM a message must leave through. */
public final class RouteInput {
    private RouteInput() {}

    public static Route read(Input input) {
        return new Route(input.optionalText("deviceId").map(RouteInput::device), input.optionalInteger("sim"));
    }

    /** What is absent stays; a SIM belongs to its phone, so that another phone takes it away. */
    public static UnaryOperator<Route> change(Input input) {
        var changesDevice = input.has("deviceId");
        var changesSim = input.has("sim");
        var change = read(input);
        return route -> new Route(
                changesDevice ? change.device() : route.device(),
                changesDevice || changesSim ? change.sim() : route.sim());
    }

    private static DeviceId device(String text) {
        try {
            return DeviceId.parse(text);
        } catch (Refusal.NotFound e) {
            throw new Refusal.Invalid("deviceId", "No such device");
        }
    }
}
