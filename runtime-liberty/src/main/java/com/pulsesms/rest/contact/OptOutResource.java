package com.pulsesms.rest.contact;

import com.pulsesms.core.contact.ImportReport;
import com.pulsesms.core.contact.OptOutImport;
import com.pulsesms.core.contact.OptOuts;
import com.pulsesms.core.kernel.OptOutId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.Permission;
import com.pulsesms.rest.Input;
import com.pulsesms.rest.PageJson;
import com.pulsesms.rest.PageQuery;
import com.pulsesms.rest.idempotency.Idempotent;
import com.pulsesms.rest.identity.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/** Numbers that must not be written to. */
@Path("opt-outs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Opt-outs")
@ApplicationScoped
public class OptOutResource {
    @Inject
    private OptOuts optOuts;

    @Inject
    private OptOutImport optOutImport;

    @Inject
    private Identity identity;

    @GET
    @Operation(operationId = "listOptOuts", summary = "Numbers that must not be written to, newest first")
    public PageJson<OptOutJson> list(
            @Parameter(
                            description =
                                    "Only that of this number: international, or national in the organization's region")
                    @QueryParam("phone")
                    @Nullable
                    String phone,
            @BeanParam PageQuery query) {
        var actor = identity.actor();
        var page = phone == null
                ? optOuts.page(actor, query.request())
                // A plus sign that wasn't encoded arrives as a blank.
                : new Page<>(
                        optOuts.search(actor, phone.replaceFirst("^ ", "+")).stream()
                                .toList(),
                        Optional.empty());
        return PageJson.of(page, OptOutJson::of);
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addOptOuts",
            summary = "Write to these numbers no more",
            description = "Waiting messages to them are skipped. A number that is opted out already stays as it is.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = OptOutDraftJson.class)))
    public PageJson<OptOutJson> add(Input input) {
        var draft = new OptOuts.Draft(input.texts("phones"), input.optionalText("reason"), input.optionalInstant("at"));
        input.check();
        return PageJson.of(new Page<>(optOuts.add(identity.actor(), draft), Optional.empty()), OptOutJson::of);
    }

    @GET
    @Path("{optOut}")
    @Operation(operationId = "getOptOut", summary = "One opt-out")
    public OptOutJson get(@PathParam("optOut") String id) {
        return OptOutJson.of(optOuts.find(identity.actor(), OptOutId.parse(id)));
    }

    @DELETE
    @Path("{optOut}")
    @Operation(operationId = "removeOptOut", summary = "Let the number be written to again")
    @APIResponse(responseCode = "204", description = "Removed")
    public void remove(@PathParam("optOut") String id) {
        optOuts.remove(identity.actor(), OptOutId.parse(id));
    }

    @POST
    @Idempotent
    @Path("import")
    @Consumes({CsvQuery.CSV, "text/plain", MediaType.APPLICATION_OCTET_STREAM})
    @Operation(
            operationId = "importOptOuts",
            summary = "Import opt-outs from a CSV file, sent as it is or as the part \"file\" of a form",
            description =
                    "Encoding, delimiter and the column of the numbers are guessed; columns named reason and"
                            + " opted_out_at are taken too. All of the file is imported, or nothing. In the report, updated"
                            + " counts numbers that were opted out before. A dry run gives the same report and changes nothing.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = CsvQuery.CSV, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "200",
            description = "What was imported",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    public ImportReport run(@BeanParam CsvQuery query, InputStream file) {
        return optOutImport.run(identity.actor(), CsvQuery.bounded(file), query.options());
    }

    /** As a browser's form sends a file. */
    @POST
    @Idempotent
    @Path("import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public ImportReport runForm(@BeanParam CsvQuery query, @FormParam("file") @Nullable EntityPart file) {
        return optOutImport.run(identity.actor(), CsvQuery.bounded(file), query.options());
    }

    @GET
    @Path("export")
    @Produces(CsvQuery.CSV)
    @Operation(operationId = "exportOptOuts", summary = "All opt-outs as a CSV file that import reads")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = CsvQuery.CSV, schema = @Schema(type = SchemaType.STRING)))
    public Response export() {
        var actor = identity.actor();
        actor.require(Permission.CONTACTS_READ);
        StreamingOutput csv = out -> optOuts.export(actor, out);
        return Response.ok(csv, CsvQuery.CSV + ";charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"opt-outs.csv\"")
                .build();
    }
}
