package com.pulsesms.rest.contact;

import com.pulsesms.core.contact.ColumnMapping;
import com.pulsesms.core.contact.ImportOptions;
import com.pulsesms.core.kernel.Refusal;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** How a caller wants a CSV file to be imported. */
public class CsvQuery {
    static final String CSV = "text/csv";

    /** Larger than half a million rows of the usual width. */
    private static final int LARGEST_MIB = 64;

    @Parameter(schema = @Schema(type = SchemaType.BOOLEAN))
    @QueryParam("dryRun")
    @DefaultValue("false")
    private String dryRun = "false";

    @Parameter(description = "How characters are encoded, such as windows-1250; guessed unless given")
    @QueryParam("charset")
    private @Nullable String charset;

    @Parameter(
            description =
                    "What a column is, as often as needed: its header or its number from 1 on, a colon, and phone,"
                            + " name, email, an attribute's name, or nothing to leave it out",
            example = "Mobile:phone")
    @QueryParam("column")
    private List<String> columns = List.of();

    /** @throws Refusal.Invalid if a parameter makes no sense */
    ImportOptions options() {
        return new ImportOptions(
                mapping(columns), flag(dryRun), Optional.ofNullable(charset).map(CsvQuery::charset));
    }

    /** The file up to the size that is taken. */
    static InputStream bounded(InputStream file) {
        return new BoundedStream(file, LARGEST_MIB);
    }

    static InputStream bounded(@Nullable EntityPart part) {
        if (part == null) {
            throw new Refusal.Invalid("file", "Send the CSV file as the part named file");
        }
        return bounded(part.getContent());
    }

    /** Strict, because what is mistaken for no would change something. */
    private static boolean flag(String text) {
        return switch (text) {
            case "true", "" -> true;
            case "false" -> false;
            default -> throw new Refusal.Invalid("dryRun", "Must be true or false");
        };
    }

    private static ColumnMapping mapping(List<String> columns) {
        var targets = new HashMap<String, String>();
        for (var column : columns) {
            var colon = column.lastIndexOf(':');
            if (colon < 1) {
                throw new Refusal.Invalid("column", "A column is given as header:target, such as Mobile:phone");
            }
            targets.put(column.substring(0, colon), column.substring(colon + 1));
        }
        return new ColumnMapping(targets);
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new Refusal.Invalid("charset", "There is no such encoding: use a name such as windows-1250");
        }
    }
}
