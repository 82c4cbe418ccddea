package com.pulsesms.rest;

import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Refusal;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which stretch of a list a caller asks for. */
public class PageQuery {
    @QueryParam("limit")
    @Parameter(
            description = "How many at most",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
    private @Nullable String limit;

    @QueryParam("after")
    @Parameter(description = "The nextCursor of the stretch before", schema = @Schema(type = SchemaType.STRING))
    private @Nullable String after;

    /** @throws Refusal.Invalid with field {@code limit} or {@code after} */
    public PageRequest request() {
        return new PageRequest(
                Optional.ofNullable(limit).map(PageQuery::number).orElse(PageRequest.DEFAULT_LIMIT),
                Optional.ofNullable(after).map(PageQuery::cursor));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Refusal.Invalid("limit", "Must be a whole number");
        }
    }

    private static UUID cursor(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal.Invalid("after", "Not a cursor: send the nextCursor of the page before");
        }
    }
}
