package com.pulsesms.rest.device;

import com.pulsesms.core.device.Device;
import com.pulsesms.core.device.Devices;
import com.pulsesms.core.device.Pairing;
import com.pulsesms.core.device.Span;
import com.pulsesms.core.gateway.DeviceRemoval;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.rest.Input;
import com.pulsesms.rest.PageJson;
import com.pulsesms.rest.PageQuery;
import com.pulsesms.rest.PublicAddress;
import com.pulsesms.rest.gateway.PhoneChanges;
import com.pulsesms.rest.idempotency.Idempotent;
import com.pulsesms.rest.identity.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Phones. */
@Path("devices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Devices")
@ApplicationScoped
public class DeviceResource {
    @Inject
    private Devices devices;

    @Inject
    private Pairing pairing;

    @Inject
    private DeviceRemoval removal;

    @Inject
    private PhoneChanges changes;

    @Inject
    private Identity identity;

    @Inject
    private PublicAddress address;

    @Inject
    private Clock clock;

    @GET
    @Operation(operationId = "listDevices", summary = "Paired phones, the latest first")
    public PageJson<DeviceJson> list(@BeanParam PageQuery query) {
        return PageJson.of(devices.page(identity.actor(), query.request()), this::json);
    }

    @POST
    @Idempotent
    @Path("pairing-codes")
    @Operation(operationId = "createPairingCode", summary = "Make a code by which one phone can pair, for ten minutes")
    @APIResponse(
            responseCode = "201",
            description = "The code",
            content = @Content(schema = @Schema(implementation = PairingCodeJson.class)))
    public Response offer() {
        var offer = pairing.offer(identity.actor());
        return Response.status(Response.Status.CREATED)
                .entity(PairingCodeJson.of(offer, address))
                .build();
    }

    @GET
    @Path("{device}")
    @Operation(operationId = "getDevice", summary = "One phone")
    public DeviceJson get(@PathParam("device") String id) {
        return json(devices.find(identity.actor(), DeviceId.parse(id)));
    }

    @PATCH
    @Path("{device}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "changeDevice", summary = "Rename a phone or set its pace and that of its SIMs")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = DeviceChangeJson.class)))
    @APIResponse(
            responseCode = "200",
            description = "The phone",
            content = @Content(schema = @Schema(implementation = DeviceJson.class)))
    public DeviceJson change(@PathParam("device") String id, Input input) {
        var change = new Devices.Change(
                input.changedText("name"),
                input.optionalObject("pace").map(PaceJson::read).orElse(Map.of()),
                sims(input.optionalObjects("sims")));
        input.check();
        var changed = devices.change(identity.actor(), DeviceId.parse(id), change);
        changes.changed(changed.id());
        return json(changed);
    }

    private static Map<Integer, Map<Span, OptionalInt>> sims(List<Input> sims) {
        var changes = new LinkedHashMap<Integer, Map<Span, OptionalInt>>();
        for (var sim : sims) {
            changes.put(
                    sim.integer("slot"),
                    sim.optionalObject("pace").map(PaceJson::read).orElse(Map.of()));
        }
        return changes;
    }

    @DELETE
    @Path("{device}")
    @Operation(
            operationId = "removeDevice",
            summary = "Remove a phone",
            description =
                    "What it had accepted and not told of becomes UNKNOWN, what it had not accepted is queued again.")
    @APIResponse(responseCode = "204", description = "Removed")
    public void remove(@PathParam("device") String id) {
        var device = DeviceId.parse(id);
        removal.remove(identity.actor(), device);
        changes.changed(device);
    }

    private DeviceJson json(Device device) {
        return DeviceJson.of(device, clock.instant());
    }
}
