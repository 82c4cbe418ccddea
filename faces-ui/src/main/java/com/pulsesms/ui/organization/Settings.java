package com.pulsesms.ui.organization;

import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Region;
import com.pulsesms.core.organization.Organization;
import com.pulsesms.core.organization.QuietHours;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** What a form asks about an organization. */
public class Settings {
    private String name;
    private String region;
    private String zone;
    private String quietFrom = "";
    private String quietTo = "";

    private Settings(String name, String region, String zone) {
        this.name = name;
        this.region = region;
        this.zone = zone;
    }

    static Settings of(Organization organization) {
        var settings = new Settings(
                organization.name(),
                organization.region().code(),
                organization.zone().getId());
        organization.quietHours().ifPresent(quiet -> {
            settings.quietFrom = quiet.from().toString();
            settings.quietTo = quiet.to().toString();
        });
        return settings;
    }

    /** As {@link #of}, for an organization that is still to be made in the same place. */
    static Settings beside(Organization organization) {
        var settings = of(organization);
        settings.name = "";
        return settings;
    }

    Region region() {
        return Region.parse(region);
    }

    ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new Refusal.Invalid("zone", "Not a time zone");
        }
    }

    Optional<QuietHours> quietHours() {
        return QuietHours.chosen(time(quietFrom), time(quietTo));
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(text.strip()).filter(typed -> !typed.isEmpty()).map(LocalTime::parse);
        } catch (DateTimeException e) {
            throw new Refusal.Invalid("quietHours", "Not a time of day");
        }
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getRegion() {
        return region;
    }

    public void setRegion(String region) {
        this.region = region;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public String getQuietFrom() {
        return quietFrom;
    }

    public void setQuietFrom(String quietFrom) {
        this.quietFrom = quietFrom;
    }

    public String getQuietTo() {
        return quietTo;
    }

    public void setQuietTo(String quietTo) {
        this.quietTo = quietTo;
    }
}
