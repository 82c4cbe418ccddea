package com.pulsesms.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** What ships: no tests, whether they lie in folders or in a jar that other modules' tests use. */
public final class Production implements ImportOption {
    private static final ImportOption NO_FOLDERS_OF_TESTS = new DoNotIncludeTests();

    @Override
    public boolean includes(Location location) {
        return NO_FOLDERS_OF_TESTS.includes(location) && !location.contains("-tests.jar");
    }
}
