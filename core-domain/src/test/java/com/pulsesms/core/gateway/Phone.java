package com.pulsesms.core.gateway;

import com.pulsesms.core.PulseSms;
import com.pulsesms.core.device.Device;
import com.pulsesms.core.device.Devices;
import com.pulsesms.core.device.Hardware;
import com.pulsesms.core.device.Pace;
import com.pulsesms.core.device.Pairing;
import com.pulsesms.core.device.Sim;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.kernel.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A phone as the adapter sees it that serves phones: it shows its token with each call. */
public final class Phone {
    private static final List<Sim> SIMS =
            List.of(new Sim(0, 1, "Yettel", Optional.empty()), new Sim(1, 2, "mts", Optional.empty()));

    private final PulseSms core;
    private final Secret token;
    private long lastSeq;

    private Phone(PulseSms core, Secret token) {
        this.core = core;
        this.token = token;
    }

    /** As fast as it can. */
    public static Phone paired(PulseSms core, Actor owner) {
        return paired(core, owner, Pace.UNLIMITED);
    }

    public static Phone paired(PulseSms core, Actor owner, Pace pace) {
        var code = core.pairing().offer(owner).code();
        var paired = core.pairing().pair(request(code, "installation-" + Sample.id()));
        core.devices().change(owner, paired.device().id(), change(pace));
        return new Phone(core, paired.token());
    }

    private static Devices.Change change(Pace pace) {
        return new Devices.Change(
                Optional.empty(),
                pace.device().all(),
                pace.sims().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, sim -> sim.getValue().all())));
    }

    public static Pairing.Request request(String code, String installation) {
        return new Pairing.Request(code, installation, new Hardware("Fairphone", "5", "14", "1.0"), SIMS);
    }

    public Device device() {
        return core.devices().authenticate(token);
    }

    public List<Handed> claim() {
        return claim(HandOver.CLAIM_LIMIT);
    }

    public List<Handed> claim(int max) {
        return core.handOver().claim(device(), max);
    }

    public HandOver.Accepted accept(List<Handed> handed) {
        return core.handOver()
                .accept(device(), handed.stream().map(Handed::claim).toList());
    }

    /** Claims and accepts. */
    public List<Handed> take() {
        var handed = claim();
        accept(handed);
        return handed;
    }

    /** What its heartbeats are answered that is wanted back. */
    public List<CalledBack> calledBack() {
        return core.handOver().calledBack(device());
    }

    /** Claims and accepts what is one message. */
    public Handed takeOne() {
        var handed = take();
        if (handed.size() != 1) {
            throw new IllegalStateException("One message was expected: " + handed);
        }
        return handed.get(0);
    }

    public Report report(Handed handed, Report.Told told) {
        var failed = told == Report.Told.FAILED || told == Report.Told.RETURNED;
        return new Report(
                ++lastSeq,
                handed.claim(),
                told,
                Sample.NOW,
                0,
                failed ? Optional.of("RESULT_ERROR_NO_SERVICE") : Optional.empty());
    }

    public HandOver.Heard tell(Report... reports) {
        return core.handOver().report(device(), List.of(reports));
    }

    public HandOver.Heard tell(Handed handed, Report.Told told) {
        return tell(report(handed, told));
    }

    public void tellAll(List<Handed> handed, Report.Told told) {
        handed.forEach(one -> tell(one, told));
    }
}
