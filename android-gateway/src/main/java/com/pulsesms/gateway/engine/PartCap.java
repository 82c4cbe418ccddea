package com.pulsesms.gateway.engine;

/** How many parts may leave in a minute, an hour and a day; null is "no such cap". */
public final class PartCap {
    public static final PartCap NONE = new PartCap(null, null, null);

    private final Integer partsPerMinute;
    private final Integer partsPerHour;
    private final Integer partsPerDay;

    public PartCap(Integer partsPerMinute, Integer partsPerHour, Integer partsPerDay) {
        this.partsPerMinute = partsPerMinute;
        this.partsPerHour = partsPerHour;
        this.partsPerDay = partsPerDay;
    }

    public Integer partsPerMinute() {
        return partsPerMinute;
    }

    public Integer partsPerHour() {
        return partsPerHour;
    }

    public Integer partsPerDay() {
        return partsPerDay;
    }
}
