package com.pulsesms.rest.identity;

import com.pulsesms.core.identity.User;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.Permission;
import com.pulsesms.core.organization.Organization;
import com.pulsesms.rest.organization.OrganizationJson;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The caller: a person, or a program with an API key. */
@Schema(name = "Me")
public record MeJson(
        @Schema(description = "The signed-in person; null for a program") @Nullable
        UserJson user,

        @Schema(description = "The program's API key; null for a person") @Nullable
        UUID apiKeyId,

        OrganizationJson organization,
        List<String> scopes) {
    static MeJson of(Actor actor, Optional<User> user, Organization organization) {
        return new MeJson(
                user.map(UserJson::of).orElse(null),
                actor.who() instanceof Actor.Key key ? key.key().value() : null,
                OrganizationJson.of(organization),
                actor.permissions().stream().map(Permission::scope).sorted().toList());
    }
}
