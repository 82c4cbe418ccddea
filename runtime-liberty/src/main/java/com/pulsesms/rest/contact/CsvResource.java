package com.pulsesms.rest.contact;

import com.pulsesms.core.contact.ContactImport;
import com.pulsesms.core.contact.Contacts;
import com.pulsesms.core.contact.ImportReport;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.rest.idempotency.Idempotent;
import com.pulsesms.rest.identity.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Contact lists as CSV files, in and out. */
@Path("contacts")
@Tag(name = "Contacts")
@ApplicationScoped
public class CsvResource {
    @Inject
    private Contacts contacts;

    @Inject
    private ContactImport contactImport;

    @Inject
    private Identity identity;

    @POST
    @Idempotent
    @Path("{list}/import")
    @Consumes({CsvQuery.CSV, "text/plain", MediaType.APPLICATION_OCTET_STREAM})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "importContacts",
            summary = "Import contacts from a CSV file, sent as it is or as the part \"file\" of a form",
            description = "Encoding, delimiter and columns are guessed. All of the file is imported, or nothing."
                    + " A dry run gives the same report and changes nothing.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = CsvQuery.CSV, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "200",
            description = "What was imported",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    public ImportReport run(@PathParam("list") String list, @BeanParam CsvQuery query, InputStream file) {
        return contactImport.run(identity.actor(), ContactListId.parse(list), CsvQuery.bounded(file), query.options());
    }

    /** As a browser's form sends a file. */
    @POST
    @Idempotent
    @Path("{list}/import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public ImportReport runForm(
            @PathParam("list") String list, @BeanParam CsvQuery query, @FormParam("file") @Nullable EntityPart file) {
        return contactImport.run(identity.actor(), ContactListId.parse(list), CsvQuery.bounded(file), query.options());
    }

    @GET
    @Path("{list}/export")
    @Produces(CsvQuery.CSV)
    @Operation(operationId = "exportContacts", summary = "A list as a CSV file that spreadsheets open and import reads")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = CsvQuery.CSV, schema = @Schema(type = SchemaType.STRING)))
    public Response export(@PathParam("list") String id) {
        var actor = identity.actor();
        var list = contacts.list(actor, ContactListId.parse(id)).list();
        StreamingOutput csv = out -> contacts.export(actor, list.id(), out);
        return Response.ok(csv, CsvQuery.CSV + ";charset=UTF-8")
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + fileName(list.name()))
                .build();
    }

    private static String fileName(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20") + ".csv";
    }
}
