package com.pulsesms.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.kernel.DrivenPort;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whoever implements a driven port proves it: somewhere in the tests of the adapter's module, a test class meets the
 * port's contract, the interface {@code <Port>Contract} in the core's test-jar.
 */
class PortContractsTest {
    private static final List<String> MODULES =
            List.of("core-domain", "adapters-persistence", "adapters-messaging", "runtime-liberty");

    @Test
    void everyAdapterOfADrivenPortMeetsTheContractOfThePort() {
        var missing = new TreeSet<String>();
        for (var module : MODULES) {
            var main = read(module, "classes");
            var met = contractsMet(read(module, "test-classes"));
            main.stream()
                    .filter(type -> !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                    .forEach(adapter -> ports(adapter)
                            .filter(port -> !met.contains(port.getSimpleName() + "Contract"))
                            .forEach(port -> missing.add(module + ": " + adapter.getSimpleName() + " implements "
                                    + port.getSimpleName() + ", but no test there meets " + port.getSimpleName()
                                    + "Contract")));
        }

        assertThat(missing).isEmpty();
    }

    private static Stream<JavaClass> ports(JavaClass adapter) {
        return adapter.getAllRawInterfaces().stream().filter(type -> type.isAnnotatedWith(DrivenPort.class));
    }

    private static TreeSet<String> contractsMet(JavaClasses tests) {
        var met = new TreeSet<String>();
        tests.stream()
                .filter(type -> !type.isInterface())
                .flatMap(type -> type.getAllRawInterfaces().stream())
                .map(JavaClass::getSimpleName)
                .filter(name -> name.endsWith("Contract"))
                .forEach(met::add);
        return met;
    }

    private static JavaClasses read(String module, String classes) {
        var folder = Path.of("..", module, "target", classes);
        return Files.isDirectory(folder)
                ? new ClassFileImporter().importPath(folder)
                : new ClassFileImporter().importClasses();
    }
}
