package com.pulsesms.rest.contact;

import com.pulsesms.core.contact.ContactSearch;
import com.pulsesms.core.contact.Contacts;
import com.pulsesms.core.kernel.ContactId;
import com.pulsesms.core.kernel.ContactListId;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The contacts of a list. */
@Path("contacts/{list}/entries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts")
@ApplicationScoped
public class EntryResource {
    @Inject
    private Contacts contacts;

    @Inject
    private Identity identity;

    @GET
    @Operation(operationId = "listContacts", summary = "The contacts of a list, oldest first")
    public PageJson<ContactJson> entries(
            @PathParam("list") String list,
            @Parameter(description = "Only those with this in their name, e-mail address or number")
                    @QueryParam("search")
                    @Nullable
                    String search,
            @BeanParam PageQuery query) {
        var wanted = Optional.ofNullable(search).filter(text -> !text.isBlank()).map(ContactSearch::of);
        return PageJson.of(
                contacts.entries(identity.actor(), ContactListId.parse(list), wanted, query.request()),
                ContactJson::of);
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addContact",
            summary = "Add a contact to a list, or up to 1,000 at once",
            description = "Of several, all are added, or if one of them is not valid, none: the errors name each by its"
                    + " place, such as contacts[3].phone. Import is for files, and updates whom the list has.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(oneOf = {ContactDraftJson.class, ContactsDraftJson.class})))
    @APIResponse(
            responseCode = "201",
            description = "The contact; of several, all of them",
            content = @Content(schema = @Schema(oneOf = {ContactJson.class, AddedContactsJson.class})))
    public Response add(@PathParam("list") String list, Input input) {
        return input.has("contacts") ? addAll(list, input) : addOne(list, input);
    }

    private Response addAll(String list, Input input) {
        var drafts = input.optionalObjects("contacts").stream()
                .map(EntryResource::draft)
                .toList();
        input.check();
        var added = contacts.addAll(identity.actor(), ContactListId.parse(list), drafts);
        return Response.status(Response.Status.CREATED)
                .entity(AddedContactsJson.of(added))
                .build();
    }

    private static Contacts.Draft draft(Input input) {
        return new Contacts.Draft(
                input.text("phone"),
                input.optionalText("name"),
                input.optionalText("email"),
                input.namedTexts("attributes"));
    }

    private Response addOne(String list, Input input) {
        var draft = draft(input);
        input.check();
        var added = contacts.add(identity.actor(), ContactListId.parse(list), draft);
        return Response.created(URI.create("contacts/" + list + "/entries/" + added.id()))
                .entity(ContactJson.of(added))
                .build();
    }

    @GET
    @Path("{contact}")
    @Operation(operationId = "getContact", summary = "One contact")
    public ContactJson get(@PathParam("list") String list, @PathParam("contact") String id) {
        return ContactJson.of(contacts.entry(identity.actor(), ContactListId.parse(list), ContactId.parse(id)));
    }

    @PATCH
    @Path("{contact}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeContact",
            summary =
                    "Change a contact; what is absent stays, and null takes a name, an e-mail address or an attribute away")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ContactDraftJson.class)))
    @APIResponse(
            responseCode = "200",
            description = "The contact",
            content = @Content(schema = @Schema(implementation = ContactJson.class)))
    public ContactJson change(@PathParam("list") String list, @PathParam("contact") String id, Input input) {
        var change = new Contacts.Change(
                input.changedText("phone"),
                input.clearableText("name"),
                input.clearableText("email"),
                input.namedTexts("attributes"));
        input.check();
        return ContactJson.of(
                contacts.update(identity.actor(), ContactListId.parse(list), ContactId.parse(id), change));
    }

    @DELETE
    @Path("{contact}")
    @Operation(operationId = "removeContact", summary = "Remove a contact from a list")
    @APIResponse(responseCode = "204", description = "Removed")
    public void remove(@PathParam("list") String list, @PathParam("contact") String id) {
        contacts.remove(identity.actor(), ContactListId.parse(list), ContactId.parse(id));
    }
}
