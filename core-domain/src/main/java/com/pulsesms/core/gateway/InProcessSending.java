package com.pulsesms.core.gateway;

import com.pulsesms.core.device.Device;
import com.pulsesms.core.device.DeviceStore;
import com.pulsesms.core.device.Hardware;
import com.pulsesms.core.device.Pace;
import com.pulsesms.core.device.Vitals;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.IdGenerator;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Secret;
import com.pulsesms.core.kernel.Transactions;
import com.pulsesms.core.message.Sending;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The sending port without a phone: one thread of this process claims, accepts, calls the embedder's {@link SmsRadio} once
 * for each message and reports. While quiet hours hold messages back it looks again when they end. In each organization it is a device of its own, another one in each process, so that the
 * hand-over's promises hold here as they do for phones.
 */
public final class InProcessSending implements Sending, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(InProcessSending.class.getName());

    /** A clock may be set, and settings may change. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final SmsRadio radio;
    private final DeviceStore devices;
    private final Supplier<HandOver> handOver;
    private final Transactions transactions;
    private final IdGenerator ids;
    private final Clock clock;
    private final String installation;
    private final Set<OrganizationId> lookedAfterAgain = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "pulsesms-radio");
        thread.setDaemon(true);
        return thread;
    });

    public InProcessSending(
            SmsRadio radio,
            DeviceStore devices,
            Supplier<HandOver> handOver,
            Transactions transactions,
            IdGenerator ids,
            Clock clock) {
        this.radio = radio;
        this.devices = devices;
        this.handOver = handOver;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
        // Two processes on one database must not take each other's claims for their own.
        this.installation = "in-process-" + ids.next();
    }

    @Override
    public void ready(OrganizationId organization) {
        try {
            worker.execute(() -> drain(organization));
        } catch (RejectedExecutionException e) {
            LOG.log(System.Logger.Level.DEBUG, "Closed: what waits stays queued");
        }
    }

    private void drain(OrganizationId organization) {
        try {
            var device = transactions.call(() -> device(organization));
            var more = true;
            while (more && !closed) {
                var now = clock.instant();
                var offer = handOver.get().offer(device, HandOver.CLAIM_LIMIT);
                send(device, offer.messages(), now);
                more = !offer.messages().isEmpty();
                if (!more) {
                    offer.opens().ifPresent(opens -> lookAgain(organization, Duration.between(now, opens)));
                }
            }
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Sending stopped; the next message or sweep goes on", e);
        }
    }

    private void lookAgain(OrganizationId organization, Duration wait) {
        if (lookedAfterAgain.add(organization)) {
            var millis = Math.min(wait.toMillis(), LONGEST_WAIT.toMillis()) + 1;
            CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, worker)
                    .execute(() -> {
                        lookedAfterAgain.remove(organization);
                        drain(organization);
                    });
        }
    }

    private void send(Device device, List<Handed> handed, Instant claimedAt) {
        var claims = handed.stream().map(Handed::claim).toList();
        var accepted = handOver.get().accept(device, claims).accepted();
        handed.stream()
                .filter(h -> accepted.contains(h.claim()))
                .map(h -> isOver(h, claimedAt) ? timeOver(h) : sendUnlessWantedBack(device, h))
                .forEach(report -> handOver.get().report(device, List.of(report)));
    }

    private boolean isOver(Handed handed, Instant claimedAt) {
        return handed.sendWithin()
                .filter(time -> !clock.instant().isBefore(claimedAt.plus(time)))
                .isPresent();
    }

    private Report timeOver(Handed handed) {
        return handed.laterAgain()
                ? report(handed, Report.Told.RETURNED, Optional.of("TIME_OVER"))
                : report(handed, Report.Told.EXPIRED, Optional.empty());
    }

    private Report sendUnlessWantedBack(Device device, Handed handed) {
        if (closed) {
            return report(handed, Report.Told.RETURNED, Optional.of("CLOSED"));
        }
        return handOver.get().calledBack(device).stream()
                .filter(back -> back.claim().equals(handed.claim()))
                .findFirst()
                .map(back -> back.recall() == Recall.CANCEL ? "CANCELED" : "RETURN_ASKED")
                .map(code -> report(handed, Report.Told.RETURNED, Optional.of(code)))
                .orElseGet(() -> send(handed));
    }

    private Report send(Handed handed) {
        try {
            return report(handed, radio.send(handed.to(), handed.text()));
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.WARNING, "The radio threw; nobody can tell whether the text left", e);
            return report(handed, Report.Told.UNKNOWN, Optional.of("RADIO_THREW"));
        }
    }

    private Report report(Handed handed, SmsRadio.Outcome outcome) {
        if (outcome instanceof SmsRadio.Outcome.Failed failed) {
            return report(handed, Report.Told.FAILED, Optional.of(failed.code()));
        }
        var told = outcome instanceof SmsRadio.Outcome.Delivered ? Report.Told.DELIVERED : Report.Told.SENT;
        return report(handed, told, Optional.empty());
    }

    private Report report(Handed handed, Report.Told told, Optional<String> code) {
        return new Report(0, handed.claim(), told, clock.instant(), 0, code);
    }

    private Device device(OrganizationId organization) {
        return devices.findByInstallation(organization, installation).orElseGet(() -> {
            var now = clock.instant();
            var made = new Device(
                    new DeviceId(ids.next()),
                    organization,
                    "This program",
                    installation,
                    new Hardware("", "", "", ""),
                    List.of(),
                    Pace.UNLIMITED,
                    Secret.random("").hash(),
                    now,
                    Optional.empty(),
                    Optional.of(now),
                    Vitals.UNKNOWN,
                    0);
            devices.insert(made);
            return made;
        });
    }

    /** Waits until all that was ready when this was called is sent. */
    public void awaitIdle() {
        CompletableFuture.runAsync(() -> {}, worker).join();
    }

    /** Waits for nothing: what the radio has not begun to send stays queued. */
    @Override
    public void close() {
        closed = true;
        worker.shutdown();
    }
}
