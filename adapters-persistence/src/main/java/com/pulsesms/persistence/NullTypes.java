package com.pulsesms.persistence;

import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/** Tells EclipseLink as what it binds null for ids and instants: it would say text, which PostgreSQL refuses. */
public class NullTypes implements SessionCustomizer {
    @Override
    public void customize(Session session) {
        session.getDescriptors().values().forEach(NullTypes::customize);
    }

    private static void customize(ClassDescriptor descriptor) {
        Arrays.stream(descriptor.getJavaClass().getDeclaredFields()).forEach(attribute -> {
            var mapping = descriptor.getMappingForAttributeName(attribute.getName());
            if (mapping != null && attribute.getType() == UUID.class) {
                mapping.getField().setSqlType(Types.OTHER);
            } else if (mapping != null && attribute.getType() == Instant.class) {
                mapping.getField().setSqlType(Types.TIMESTAMP_WITH_TIMEZONE);
            }
        });
    }
}
