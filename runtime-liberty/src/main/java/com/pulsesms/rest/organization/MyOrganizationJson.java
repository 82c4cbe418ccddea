package com.pulsesms.rest.organization;

import com.pulsesms.core.organization.Organizations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An organization with what the caller is there. */
@Schema(name = "MyOrganization")
public record MyOrganizationJson(OrganizationJson organization, String role) {
    static MyOrganizationJson of(Organizations.Mine mine) {
        return new MyOrganizationJson(
                OrganizationJson.of(mine.organization()), mine.role().name());
    }
}
