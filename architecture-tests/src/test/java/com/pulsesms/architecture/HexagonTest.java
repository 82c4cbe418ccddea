package com.pulsesms.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Dependencies point inwards: adapters know the core, the core knows nobody, and only the runtime knows all. */
@AnalyzeClasses(packages = Modules.ROOT, importOptions = Production.class)
class HexagonTest {
    /** Each library of the core with its reason. */
    private static final String[] CORE_LIBRARIES = {
        "java..",
        "javax.crypto..", // PBKDF2, part of the JDK
        "org.jspecify..", // nullness as a build error
        "com.google.i18n.phonenumbers..", // what is a phone number changes monthly
        "org.apache.commons.csv..", // quoting rules of CSV files
    };

    @ArchTest
    static final ArchRule coreDependsOnTheJdkAndItsListedLibrariesOnly = classes()
            .that()
            .resideInAPackage(Modules.CORE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(concat(CORE_LIBRARIES, Modules.CORE));

    @ArchTest
    static final ArchRule persistenceKnowsNoOtherAdapter = knowsNone(
            Modules.PERSISTENCE, Modules.JMS, Modules.HTTP, Modules.UI, Modules.REST, Modules.RUNTIME, Modules.PHONE);

    @ArchTest
    static final ArchRule messagingKnowsNoOtherAdapter =
            knowsNone(Modules.JMS, Modules.PERSISTENCE, Modules.UI, Modules.REST, Modules.RUNTIME, Modules.PHONE);

    @ArchTest
    static final ArchRule webhooksKnowNoOtherAdapter = knowsNone(
            Modules.HTTP, Modules.PERSISTENCE, Modules.JMS, Modules.UI, Modules.REST, Modules.RUNTIME, Modules.PHONE);

    @ArchTest
    static final ArchRule dashboardKnowsNoOtherAdapter = knowsNone(
            Modules.UI, Modules.PERSISTENCE, Modules.JMS, Modules.HTTP, Modules.REST, Modules.RUNTIME, Modules.PHONE);

    @ArchTest
    static final ArchRule phoneSharesNoCodeWithTheServer = knowsNone(
            Modules.PHONE,
            Modules.CORE,
            Modules.PERSISTENCE,
            Modules.JMS,
            Modules.HTTP,
            Modules.UI,
            Modules.REST,
            Modules.RUNTIME);

    @ArchTest
    static final ArchRule restResourcesReachAdaptersThroughTheCoreOnly =
            knowsNone(Modules.REST, Modules.PERSISTENCE, Modules.JMS, Modules.HTTP, Modules.UI);

    @ArchTest
    static final ArchRule onlyTheRuntimeAssembles = noClasses()
            .that()
            .resideOutsideOfPackages(Modules.RUNTIME, Modules.CORE)
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("com.pulsesms.core.PulseSms$Builder");

    private static ArchRule knowsNone(String module, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(module)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }

    private static String[] concat(String[] some, String more) {
        var all = java.util.Arrays.copyOf(some, some.length + 1);
        all[some.length] = more;
        return all;
    }
}
