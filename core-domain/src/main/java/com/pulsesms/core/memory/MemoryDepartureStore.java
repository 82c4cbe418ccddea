package com.pulsesms.core.memory;

import com.pulsesms.core.device.Departed;
import com.pulsesms.core.device.DepartureStore;
import com.pulsesms.core.device.Grain;
import com.pulsesms.core.device.SimParts;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.OrganizationId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What left devices of late, in a {@link MemoryDatabase}. */
final class MemoryDepartureStore implements DepartureStore {
    private static final int ANY_SIM = -1;

    private final MemoryDatabase database;
    private final Table<Place, Row> departures;

    MemoryDepartureStore(MemoryDatabase database) {
        this.database = database;
        this.departures = database.table(Place.ORDER);
    }

    private record Series(OrganizationId organization, DeviceId device, Grain grain) {}

    private record Place(Series series, Instant begin, int sim) {
        private static final Comparator<Place> ORDER = Comparator.comparing(
                        (Place place) -> place.series.organization().value(), MemoryDatabase::compare)
                .thenComparing(place -> place.series.device().value(), MemoryDatabase::compare)
                .thenComparing(place -> place.series.grain())
                .thenComparing(Place::begin)
                .thenComparing(Place::sim);
    }

    private record Row(Place place, SimParts parts) {
        private Departed departed() {
            return new Departed(place.series.grain(), place.begin, parts);
        }
    }

    @Override
    public void add(OrganizationId organization, DeviceId device, Instant at, List<SimParts> parts) {
        database.atomically(() -> {
            for (var grain : Grain.values()) {
                var series = new Series(organization, device, grain);
                parts.forEach(some -> add(series, grain.begin(at), some));
                // A program that embeds us may run no sweeps.
                rows(series, Instant.MIN)
                        .takeWhile(row -> row.place.begin().isBefore(grain.forgotten(at)))
                        .toList()
                        .forEach(row -> departures.remove(row.place));
            }
        });
    }

    private void add(Series series, Instant begin, SimParts some) {
        var place = new Place(series, begin, some.sim().orElse(ANY_SIM));
        var before = departures.find(place).map(row -> row.parts.parts()).orElse(0);
        departures.put(place, new Row(place, new SimParts(some.sim(), before + some.parts())));
    }

    private Stream<Row> rows(Series series, Instant begin) {
        return departures
                .from(new Place(series, begin, ANY_SIM))
                .takeWhile(row -> row.place.series().equals(series));
    }

    @Override
    public List<Departed> after(OrganizationId organization, DeviceId device, Grain grain, Instant time) {
        return database.atomically(() -> rows(new Series(organization, device, grain), grain.begin(time))
                .map(Row::departed)
                .filter(departed -> grain.end(departed.begin()).isAfter(time))
                .toList());
    }

    @Override
    public void forget(Instant now) {
        database.atomically(() -> departures
                .rows()
                .filter(row ->
                        row.place.begin().isBefore(row.place.series.grain().forgotten(now)))
                .toList()
                .forEach(row -> departures.remove(row.place)));
    }
}
