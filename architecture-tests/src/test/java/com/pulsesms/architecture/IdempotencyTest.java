package com.pulsesms.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.pulsesms.rest.idempotency.Idempotent;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.POST;

/** Whoever does not know whether a call arrived can repeat it. */
@AnalyzeClasses(packages = "com.pulsesms.rest", importOptions = Production.class)
class IdempotencyTest {
    /** Phones have a protocol of their own; tokens and sessions may be made as often as one likes. */
    @ArchTest
    static final ArchRule everyPostOfTheApiTakesAKey = methods()
            .that()
            .areAnnotatedWith(POST.class)
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("com.pulsesms.rest.gateway..")
            .and()
            .areDeclaredInClassesThat()
            .haveSimpleNameNotStartingWith("Token")
            .and()
            .areDeclaredInClassesThat()
            .haveSimpleNameNotStartingWith("Session")
            .should()
            .beAnnotatedWith(Idempotent.class);
}
