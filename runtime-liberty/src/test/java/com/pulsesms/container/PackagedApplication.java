package com.pulsesms.container;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The application as it is shipped, with a test and what that needs put in. */
final class PackagedApplication {
    private static final String SHIPPED = "servers/pulsesms/apps/pulsesms.war";

    /** As {@code server.xml} says; the tests find their way by it. */
    private static final String AT_THE_ROOT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <web-ext xmlns="http://websphere.ibm.com/xml/ns/javaee" version="1.0"><context-root uri="/"/></web-ext>
            """;

    private PackagedApplication() {}

    static WebArchive with(Class<?>... tests) {
        var folder = Path.of(System.getProperty("server.folder"), SHIPPED).toFile();
        return ShrinkWrap.create(WebArchive.class, "pulsesms.war")
                .as(ExplodedImporter.class)
                .importDirectory(folder)
                .as(WebArchive.class)
                .addClasses(tests)
                .addAsWebInfResource(new StringAsset(AT_THE_ROOT), "ibm-web-ext.xml")
                .addAsLibraries(jar(Assertions.class), jar(Awaitility.class), jar(Matcher.class));
    }

    private static File jar(Class<?> inside) {
        try {
            return new File(
                    inside.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
