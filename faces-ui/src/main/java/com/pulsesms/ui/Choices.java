package com.pulsesms.ui;

import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Region;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What people choose from: the regions whose telephone numbers we understand, and time zones. */
@Named
@ApplicationScoped
public class Choices {
    private static final Pattern PLACE =
            Pattern.compile("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+|UTC");

    private final List<SelectItem> regions = Arrays.stream(Locale.getISOCountries())
            .filter(Choices::hasNumbers)
            .map(code -> new SelectItem(code, new Locale("", code).getDisplayCountry(Locale.ENGLISH)))
            .sorted(Comparator.comparing(SelectItem::getLabel))
            .toList();

    private final List<SelectItem> zones = ZoneId.getAvailableZoneIds().stream()
            .filter(PLACE.asMatchPredicate())
            .sorted()
            .map(id -> new SelectItem(id, id.replace('_', ' ')))
            .toList();

    public List<SelectItem> getRegions() {
        return regions;
    }

    public List<SelectItem> getZones() {
        return zones;
    }

    /** The country that a browser's languages speak of, or else the first that comes to mind. */
    public String regionOf(Locale browser) {
        return hasNumbers(browser.getCountry()) ? browser.getCountry() : "US";
    }

    private static boolean hasNumbers(String code) {
        try {
            return !new Region(code).code().isEmpty();
        } catch (Refusal.Invalid e) {
            return false;
        }
    }
}
