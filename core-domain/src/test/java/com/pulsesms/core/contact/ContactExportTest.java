package com.pulsesms.core.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.kernel.Refusal;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContactExportTest {
    private final Workspace workspace = new Workspace();

    private String exported() {
        return new String(workspace.exported(), StandardCharsets.UTF_8);
    }

    private void add(String phone, String name, Map<String, String> attributes) {
        workspace.contacts.add(
                workspace.actor,
                workspace.list.id(),
                new Contacts.Draft(phone, Optional.of(name), Optional.empty(), attributes));
    }

    @Test
    void writesAHeaderAndARowForEachContact() {
        add("0641234567", "Ana \"A\" Anić", Map.of("City", "Niš, Srbija"));
        add("0641234568", "", Map.of("age", "30"));

        assertThat(exported()).isEqualTo("""
                \ufeffphone,name,email,age,city\r
                +381641234567,"Ana ""A"" Anić",,,"Niš, Srbija"\r
                +381641234568,,,30,\r
                """);
    }

    @Test
    void letsNoSpreadsheetRunACell() {
        add(
                "0641234567",
                "=HYPERLINK(\"http://evil.example\")",
                Map.of("a", "@SUM(1)", "b", "-1+2", "c", "+1", "d", "'=1", "e", "'tis"));

        assertThat(exported())
                .endsWith(
                        "+381641234567,\"'=HYPERLINK(\"\"http://evil.example\"\")\",,'@SUM(1),'-1+2,'+1,''=1,'tis\r\n");
    }

    @Test
    void writesAListOfManyPages() {
        var rows = IntStream.range(0, 1001)
                .mapToObj(n -> ContactFixtures.phone(n).e164() + "\n")
                .collect(Collectors.joining());
        workspace.imported("phone\n" + rows);

        var lines = exported().lines().toList();

        assertThat(lines).hasSize(1002);
        assertThat(lines.get(1001)).startsWith(ContactFixtures.phone(1000).e164());
    }

    @Test
    void writesNothingOfAListThatIsNotThere() {
        assertThatThrownBy(() -> workspace.contacts.export(
                        Workspace.stranger(), workspace.list.id(), OutputStream.nullOutputStream()))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void isReadBackWhateverAttributesAreCalled() {
        add("0641234567", "Ana", Map.of("mobile", "0651234567", "e_mail", "x", "full_name", "y", "phone_type", "z"));
        var before = workspace.only();
        var file = workspace.exported();
        workspace.contacts.remove(workspace.actor, workspace.list.id(), before.id());

        workspace.imported(file, ImportOptions.GUESSED);

        assertThat(workspace.only().attributes()).isEqualTo(before.attributes());
        assertThat(workspace.only().phone()).isEqualTo(before.phone());
        assertThat(workspace.only().name()).isEqualTo(before.name());
    }
}
