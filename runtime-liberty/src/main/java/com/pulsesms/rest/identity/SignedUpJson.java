package com.pulsesms.rest.identity;

import com.pulsesms.core.identity.Accounts;
import com.pulsesms.rest.apikey.NewApiKeyJson;
import com.pulsesms.rest.organization.OrganizationJson;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new account; the secret of its API key is never to be had again. */
@Schema(name = "SignedUp")
public record SignedUpJson(UserJson user, OrganizationJson organization, NewApiKeyJson apiKey) {
    static SignedUpJson of(Accounts.SignedUp made) {
        return new SignedUpJson(
                UserJson.of(made.user()), OrganizationJson.of(made.organization()), NewApiKeyJson.of(made.apiKey()));
    }
}
