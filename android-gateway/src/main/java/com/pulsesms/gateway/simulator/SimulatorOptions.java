package com.pulsesms.gateway.simulator;

import java.io.File;

/** How a simulated phone behaves. Rates are from 0 to 1. By default everything is sent and delivered at once. */
public final class SimulatorOptions {
    private long delayMillis;
    private long deliveryDelayMillis;
    private double failureRate;
    private double undeliveredRate;
    private double deliveryRate = 1;
    private long seed = 1;
    private String model = "Simulated phone";
    private File stateDirectory;
    private File radioLog;
    private String dieAt;

    /** How long the radio takes to send. */
    public SimulatorOptions delayMillis(long millis) {
        delayMillis = millis;
        return this;
    }

    /** How long the network takes to deliver. */
    public SimulatorOptions deliveryDelayMillis(long millis) {
        deliveryDelayMillis = millis;
        return this;
    }

    /** The share of messages that the radio fails to send. */
    public SimulatorOptions failureRate(double rate) {
        failureRate = rate;
        return this;
    }

    /** The share of sent messages that the network gives up on. */
    public SimulatorOptions undeliveredRate(double rate) {
        undeliveredRate = rate;
        return this;
    }

    /** The share of sent messages that the network confirms; the rest is never heard of again. */
    public SimulatorOptions deliveryRate(double rate) {
        deliveryRate = rate;
        return this;
    }

    public SimulatorOptions seed(long newSeed) {
        seed = newSeed;
        return this;
    }

    /** The model's name that the server shows. */
    public SimulatorOptions model(String name) {
        model = name;
        return this;
    }

    /** Where pairing and outbox are kept over restarts; without it they last as long as the process. */
    public SimulatorOptions stateDirectory(File folder) {
        stateDirectory = folder;
        return this;
    }

    /** Where what left the radio is appended. */
    public SimulatorOptions radioLog(File file) {
        radioLog = file;
        return this;
    }

    /** Where the process halts, such as {@code after-mark-sending:3} for the third pass. */
    public SimulatorOptions dieAt(String stepAndPass) {
        dieAt = stepAndPass;
        return this;
    }

    long delayMillis() {
        return delayMillis;
    }

    long deliveryDelayMillis() {
        return deliveryDelayMillis;
    }

    double failureRate() {
        return failureRate;
    }

    double undeliveredRate() {
        return undeliveredRate;
    }

    double deliveryRate() {
        return deliveryRate;
    }

    long seed() {
        return seed;
    }

    String model() {
        return model;
    }

    File stateDirectory() {
        return stateDirectory;
    }

    File radioLog() {
        return radioLog;
    }

    String dieAt() {
        return dieAt;
    }
}
