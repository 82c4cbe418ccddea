package com.pulsesms.rest.contact;

import com.pulsesms.core.contact.ColumnMapping;
import com.pulsesms.core.contact.ContactImport;
import com.pulsesms.core.contact.Contacts;
import com.pulsesms.core.contact.ImportOptions;
import com.pulsesms.core.contact.ImportReport;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.rest.identity.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Contact lists as CSV files, in and out. */
@Path("contacts")
@Tag(name = "Contacts")
@ApplicationScoped
public class CsvResource {
    private static final String CSV = "text/csv";

    /** Larger than half a million rows of the usual width. */
    private static final int LARGEST_MIB = 64;

    @Inject
    private Contacts contacts;

    @Inject
    private ContactImport contactImport;

    @Inject
    private Identity identity;

    @POST
    @Path("{list}/import")
    @Consumes({CSV, "text/plain", MediaType.APPLICATION_OCTET_STREAM})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "importContacts",
            summary = "Import contacts from a CSV file, sent as it is or as the part \"file\" of a form",
            description = "Encoding, delimiter and columns are guessed. All of the file is imported, or nothing."
                    + " A dry run gives the same report and changes nothing.")
    @RequestBody(required = true, content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "200",
            description = "What was imported",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    public ImportReport run(
            @PathParam("list") String list,
            @Parameter(schema = @Schema(type = SchemaType.BOOLEAN)) @QueryParam("dryRun") @DefaultValue("false")
                    String dryRun,
            @Parameter(description = "How characters are encoded, such as windows-1250; guessed unless given")
                    @QueryParam("charset")
                    @Nullable
                    String charset,
            @Parameter(
                            description = "What a column is, as often as needed: its header or its number from 1 on, a"
                                    + " colon, and phone, name, email, an attribute's name, or nothing to leave it out",
                            example = "Mobile:phone")
                    @QueryParam("column")
                    List<String> columns,
            InputStream file) {
        var options = new ImportOptions(
                mapping(columns), flag(dryRun), Optional.ofNullable(charset).map(CsvResource::charset));
        var bounded = new BoundedStream(file, LARGEST_MIB);
        return contactImport.run(identity.actor(), ContactListId.parse(list), bounded, options);
    }

    /** As a browser's form sends a file. */
    @POST
    @Path("{list}/import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public ImportReport runForm(
            @PathParam("list") String list,
            @QueryParam("dryRun") @DefaultValue("false") String dryRun,
            @QueryParam("charset") @Nullable String charset,
            @QueryParam("column") List<String> columns,
            @FormParam("file") @Nullable EntityPart file) {
        if (file == null) {
            throw new Refusal.Invalid("file", "Send the CSV file as the part named file");
        }
        return run(list, dryRun, charset, columns, file.getContent());
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

    @GET
    @Path("{list}/export")
    @Produces(CSV)
    @Operation(operationId = "exportContacts", summary = "A list as a CSV file that spreadsheets open and import reads")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public Response export(@PathParam("list") String id) {
        var actor = identity.actor();
        var list = contacts.list(actor, ContactListId.parse(id)).list();
        StreamingOutput csv = out -> contacts.export(actor, list.id(), out);
        return Response.ok(csv, CSV + ";charset=UTF-8")
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + fileName(list.name()))
                .build();
    }

    private static String fileName(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20") + ".csv";
    }
}
