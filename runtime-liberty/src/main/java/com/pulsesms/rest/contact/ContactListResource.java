package com.pulsesms.rest.contact;

import com.pulsesms.core.contact.Contacts;
import com.pulsesms.core.contact.CountedList;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Contact lists. */
@Path("contacts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts")
@ApplicationScoped
public class ContactListResource {
    @Inject
    private Contacts contacts;

    @Inject
    private Identity identity;

    @GET
    @Operation(operationId = "listContactLists", summary = "Contact lists, newest first")
    public PageJson<ContactListJson> lists(@BeanParam PageQuery query) {
        return PageJson.of(contacts.lists(identity.actor(), query.request()), ContactListJson::of);
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createContactList", summary = "Make a contact list")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ListNameJson.class)))
    @APIResponse(
            responseCode = "201",
            description = "The list",
            content = @Content(schema = @Schema(implementation = ContactListJson.class)))
    public Response create(Input input) {
        var name = input.text("name");
        input.check();
        var made = contacts.createList(identity.actor(), name);
        return Response.created(URI.create("contacts/" + made.id()))
                .entity(ContactListJson.of(new CountedList(made, 0)))
                .build();
    }

    @GET
    @Path("{list}")
    @Operation(operationId = "getContactList", summary = "One contact list")
    public ContactListJson get(@PathParam("list") String id) {
        return ContactListJson.of(contacts.list(identity.actor(), ContactListId.parse(id)));
    }

    @PATCH
    @Path("{list}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "renameContactList", summary = "Rename a contact list")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ListNameJson.class)))
    @APIResponse(
            responseCode = "200",
            description = "The list",
            content = @Content(schema = @Schema(implementation = ContactListJson.class)))
    public ContactListJson rename(@PathParam("list") String id, Input input) {
        var name = input.text("name");
        input.check();
        var list = ContactListId.parse(id);
        contacts.renameList(identity.actor(), list, name);
        return ContactListJson.of(contacts.list(identity.actor(), list));
    }

    @DELETE
    @Path("{list}")
    @Operation(operationId = "deleteContactList", summary = "Delete a contact list with its contacts")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@PathParam("list") String id) {
        contacts.deleteList(identity.actor(), ContactListId.parse(id));
    }
}
