package com.pulsesms.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** The features of the core look in one direction only. */
@AnalyzeClasses(packages = "com.pulsesms.core", importOptions = Production.class)
class FeaturesTest {
    private static final String MEMORY = "com.pulsesms.core.memory..";

    @ArchTest
    static final ArchRule featuresFormNoCycle =
            slices().matching("com.pulsesms.core.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule kernelKnowsNoFeature = looksOnlyAt("kernel");

    @ArchTest
    static final ArchRule organizationKnowsTheKernel = looksOnlyAt("organization", "kernel");

    @ArchTest
    static final ArchRule apiKeysKnowOrganizations = looksOnlyAt("apikey", "kernel", "organization");

    @ArchTest
    static final ArchRule idempotencyKnowsTheKernel = looksOnlyAt("idempotency", "kernel");

    @ArchTest
    static final ArchRule identityKnowsApiKeys = looksOnlyAt("identity", "kernel", "organization", "apikey");

    @ArchTest
    static final ArchRule contactsKnowOrganizations = looksOnlyAt("contact", "kernel", "organization");

    @ArchTest
    static final ArchRule devicesKnowOrganizations = looksOnlyAt("device", "kernel", "organization");

    @ArchTest
    static final ArchRule billingKnowsOrganizations = looksOnlyAt("billing", "kernel", "organization");

    @ArchTest
    static final ArchRule messagesKnowWhatTheyAreMadeOf =
            looksOnlyAt("message", "kernel", "organization", "contact", "device", "billing");

    @ArchTest
    static final ArchRule campaignsKnowMessages =
            looksOnlyAt("campaign", "kernel", "organization", "contact", "device", "billing", "message");

    @ArchTest
    static final ArchRule handOverKnowsCampaigns =
            looksOnlyAt("gateway", "kernel", "organization", "contact", "device", "message", "campaign");

    @ArchTest
    static final ArchRule webhooksKnowWhatTheyTellOf =
            looksOnlyAt("webhook", "kernel", "organization", "device", "message", "campaign");

    @ArchTest
    static final ArchRule onlyTheFrontDoorSeesTheMemoryAdapters = noClasses()
            .that()
            .resideOutsideOfPackages(MEMORY, "com.pulsesms.core")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(MEMORY);

    private static ArchRule looksOnlyAt(String feature, String... known) {
        var allowed = Stream.concat(Stream.of(feature), Stream.of(known))
                .map(name -> "com.pulsesms.core." + name + "..")
                .toArray(String[]::new);
        var outside = Stream.concat(
                        Stream.of(allowed),
                        Stream.of("java..", "javax..", "org.jspecify..", "com.google..", "org.apache.commons.."))
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("com.pulsesms.core." + feature + "..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(outside);
    }
}
