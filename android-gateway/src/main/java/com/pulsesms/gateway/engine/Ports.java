package com.pulsesms.gateway.engine;

/** What an engine needs from its surroundings. */
public final class Ports {
    private final Outbox outbox;
    private final Http http;
    private final Radio radio;
    private final Phone phone;
    private final Clock clock;
    private Randomness randomness;
    private Steps steps = Steps.UNWATCHED;

    public Ports(Outbox outbox, Http http, Radio radio, Phone phone, Clock clock) {
        this.outbox = outbox;
        this.http = http;
        this.radio = radio;
        this.phone = phone;
        this.clock = clock;
        this.randomness = new Randomness() {
            @Override
            public double next() {
                return Math.random();
            }
        };
    }

    /** Where jitter comes from, instead of {@link Math#random()}. */
    public Ports randomness(Randomness newRandomness) {
        randomness = newRandomness;
        return this;
    }

    public Ports steps(Steps newSteps) {
        steps = newSteps;
        return this;
    }

    Outbox outbox() {
        return outbox;
    }

    Http http() {
        return http;
    }

    Radio radio() {
        return radio;
    }

    Phone phone() {
        return phone;
    }

    Clock clock() {
        return clock;
    }

    Randomness randomness() {
        return randomness;
    }

    Steps steps() {
        return steps;
    }
}
