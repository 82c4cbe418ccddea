package com.pulsesms.core.device;

import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.FieldError;
import com.pulsesms.core.kernel.IdGenerator;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Permission;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Secret;
import com.pulsesms.core.kernel.Transactions;
import com.pulsesms.core.organization.Organization;
import com.pulsesms.core.organization.OrganizationStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Bringing a phone to an organization by a code that is shown in the dashboard and used once. */
public final class Pairing {
    /** Crockford's base 32: no letter that looks like a digit. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 12;
    private static final int INSTALLATION_LIMIT = 100;
    private static final Duration KEPT_AFTER_EXPIRY = Duration.ofDays(1);

    private final PairingCodeStore codes;
    private final DeviceStore devices;
    private final OrganizationStore organizations;
    private final Transactions transactions;
    private final IdGenerator ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Pairing(
            PairingCodeStore codes,
            DeviceStore devices,
            OrganizationStore organizations,
            Transactions transactions,
            IdGenerator ids,
            Clock clock) {
        this.codes = codes;
        this.devices = devices;
        this.organizations = organizations;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** A code to show; only its hash is kept. */
    public record Offer(String code, Instant expiresAt) {}

    /** What a phone tells when it pairs. */
    public record Request(String code, String installation, Hardware hardware, List<Sim> sims) {}

    /** A paired device and where it belongs, with its token, which is never to be had again. */
    public record Paired(Device device, Organization organization, Secret token) {}

    public Offer offer(Actor actor) {
        actor.require(Permission.DEVICES_WRITE);
        var code = random.ints(LENGTH, 0, ALPHABET.length())
                .collect(StringBuilder::new, (text, i) -> text.append(ALPHABET.charAt(i)), StringBuilder::append)
                .toString();
        var now = clock.instant();
        var kept = new PairingCode(hash(code), actor.organization(), now.plus(PairingCode.LIFE), Optional.empty());
        transactions.run(() -> {
            codes.forgetExpired(now.minus(KEPT_AFTER_EXPIRY));
            codes.insert(kept);
        });
        return new Offer(code, kept.expiresAt());
    }

    /**
     * Pairs a phone. Repeating it with the same code and installation gives the same device a fresh token.
     *
     * @throws Refusal.Invalid {@code pairing_code_invalid} if there is no such code
     * @throws Refusal.Gone {@code pairing_code_expired}
     * @throws Refusal.Conflict {@code pairing_code_used} by another installation
     */
    public Paired pair(Request request) {
        if (request.installation().isBlank() || request.installation().length() > INSTALLATION_LIMIT) {
            throw new Refusal.Invalid(
                    "installationId", "The installation's id has 1 to " + INSTALLATION_LIMIT + " characters");
        }
        var token = Secret.random("dt_");
        return transactions.call(() -> {
            var now = clock.instant();
            var code = usable(request, now);
            codes.use(code.used(request.installation()));
            var device = devices.findByInstallation(code.organization(), request.installation())
                    .map(known -> again(known, request, token, now))
                    .orElseGet(() -> first(code.organization(), request, token, now));
            var organization = organizations.find(code.organization()).orElseThrow();
            return new Paired(device, organization, token);
        });
    }

    private PairingCode usable(Request request, Instant now) {
        var code = codes.lock(hash(request.code()))
                .orElseThrow(() -> new Refusal.Invalid(
                        "pairing_code_invalid",
                        new FieldError("code", "No such pairing code: scan the QR code again")));
        if (code.expired(now)) {
            throw new Refusal.Gone("pairing_code_expired", "The pairing code has expired: make a new one");
        }
        if (!code.usableBy(request.installation())) {
            throw new Refusal.Conflict("pairing_code_used", "Another phone used this pairing code: make a new one");
        }
        return code;
    }

    private Device again(Device known, Request request, Secret token, Instant now) {
        devices.update(known.pairedAgain(request.hardware(), request.sims(), token.hash(), now));
        return devices.find(known.organization(), known.id()).orElseThrow();
    }

    private Device first(OrganizationId organization, Request request, Secret token, Instant now) {
        var device = new Device(
                new DeviceId(ids.next()),
                organization,
                name(request.hardware()),
                request.installation(),
                request.hardware(),
                request.sims(),
                Pace.DEFAULT,
                token.hash(),
                now,
                Optional.empty(),
                Optional.of(now),
                Vitals.UNKNOWN,
                0);
        devices.insert(device);
        return device;
    }

    private static String name(Hardware hardware) {
        var name = (hardware.manufacturer() + " " + hardware.model()).strip();
        return name.isEmpty() ? "Phone" : name.substring(0, Math.min(name.length(), 100));
    }

    /** People type it with or without dashes and in either case. */
    private static String hash(String code) {
        return new Secret(code.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "")).hash();
    }
}
