package com.pulsesms.core.organization;

import com.pulsesms.core.kernel.Permission;
import java.util.EnumSet;
import java.util.Set;

/** What a member of an organization is there, and so may do. */
public enum Role {
    OWNER,
    ADMIN,
    /** Makes and sends, but manages neither devices, keys nor webhooks. */
    MEMBER,
    /** Sees everything and changes nothing. */
    VIEWER;

    public Set<Permission> permissions() {
        return switch (this) {
            case OWNER, ADMIN -> EnumSet.allOf(Permission.class);
            case MEMBER ->
                EnumSet.complementOf(EnumSet.of(
                        Permission.ORGANIZATION_WRITE,
                        Permission.API_KEYS_MANAGE,
                        Permission.DEVICES_WRITE,
                        Permission.WEBHOOKS_MANAGE));
            case VIEWER ->
                EnumSet.of(
                        Permission.ORGANIZATION_READ,
                        Permission.CONTACTS_READ,
                        Permission.DEVICES_READ,
                        Permission.CAMPAIGNS_READ,
                        Permission.MESSAGES_READ);
        };
    }
}
