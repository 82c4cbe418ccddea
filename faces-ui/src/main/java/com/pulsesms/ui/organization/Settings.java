package com.pulsesms.ui.organization;

import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Region;
import com.pulsesms.core.organization.Organization;
import java.time.DateTimeException;
import java.time.ZoneId;

/** What a form asks about an organization. */
public class Settings {
    private String name;
    private String region;
    private String zone;

    private Settings(String name, String region, String zone) {
        this.name = name;
        this.region = region;
        this.zone = zone;
    }

    static Settings of(Organization organization) {
        return new Settings(
                organization.name(),
                organization.region().code(),
                organization.zone().getId());
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
}
