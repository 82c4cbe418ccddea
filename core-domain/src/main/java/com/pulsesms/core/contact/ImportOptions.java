package com.pulsesms.core.contact;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * How a file is imported.
 *
 * @param dryRun to change nothing, and report what the real run would do
 * @param charset how characters are encoded, or empty to guess
 */
public record ImportOptions(ColumnMapping mapping, boolean dryRun, Optional<Charset> charset) {
    public static final ImportOptions GUESSED = new ImportOptions(ColumnMapping.GUESSED, false, Optional.empty());

    public ImportOptions dry() {
        return new ImportOptions(mapping, true, charset);
    }

    public ImportOptions mapping(ColumnMapping newMapping) {
        return new ImportOptions(newMapping, dryRun, charset);
    }

    public ImportOptions charset(Charset newCharset) {
        return new ImportOptions(mapping, dryRun, Optional.of(newCharset));
    }
}
