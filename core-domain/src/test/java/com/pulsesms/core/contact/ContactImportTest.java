package com.pulsesms.core.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import com.pulsesms.core.kernel.EmailAddress;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Permission;
import com.pulsesms.core.kernel.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactImportTest {
    private final Workspace workspace = new Workspace();

    private static ImportOptions mapping(Map<String, String> targets) {
        return ImportOptions.GUESSED.mapping(new ColumnMapping(targets));
    }

    @Test
    void importsWhatAFileSaysOfAContact() {
        var report = workspace.imported("Name,Phone,E-mail,City\nAna Anić,+381641234567,Ana@Example.com,Niš\n");

        assertThat(report.imported()).isEqualTo(1);
        var ana = workspace.only();
        assertThat(ana.phone().e164()).isEqualTo("+381641234567");
        assertThat(ana.name()).contains("Ana Anić");
        assertThat(ana.email()).contains(new EmailAddress("ana@example.com"));
        assertThat(ana.attributes()).containsExactly(entry("city", "Niš"));
        assertThat(ana.createdAt()).isEqualTo(ContactFixtures.NOW);
        assertThat(workspace.stored().attributes()).containsExactly("city");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "064/123-4567",
                "0641234567",
                "641234567",
                "381641234567",
                "00381 64 1234567",
                "+381 (64) 123-45-67",
                "'+381641234567",
                "'0641234567",
                "381641234567.0",
                "tel:+381641234567",
                "064 123 4567 ::: 011 3334444",
                "/; 0641234567"
            })
    void understandsANumberWhateverProgramsDidToIt(String number) {
        workspace.imported("phone\tname\n" + number + "\tAna\n");

        assertThat(workspace.only().phone().e164()).isEqualTo("+381641234567");
    }

    @Test
    void countsEachRowOnceAndSaysWhatWasWrong() {
        workspace.imported("phone,name\n0641234501,Old\n");

        var report = workspace.imported("""
                phone,name,email
                0641234501,Ana,
                0641234502,Maja,maja@example
                0641234502,Maja again,
                12,Shorty,

                3.81641E+11,Rounded,
                ,Nobody,
                0641234503,,
                """);

        assertThat(report.rows()).isEqualTo(7);
        assertThat(report.updated()).isEqualTo(1);
        assertThat(report.imported()).isEqualTo(2);
        assertThat(report.duplicates()).isEqualTo(1);
        assertThat(report.invalid()).isEqualTo(3);
        assertThat(report.withoutEmail()).isEqualTo(1);
        assertThat(report.unlistedProblems()).isZero();
        assertThat(report.problems())
                .extracting(RowProblem::line, RowProblem::column, RowProblem::value, RowProblem::imported)
                .containsExactly(
                        tuple(3L, "email", "maja@example", true),
                        tuple(5L, "phone", "12", false),
                        tuple(7L, "phone", "3.81641E+11", false),
                        tuple(8L, "phone", "", false));
        assertThat(report.problems().get(2).reason()).contains("spreadsheet has rounded");
    }

    @Test
    void letsTheFirstOfTwoRowsWithOneNumberWin() {
        workspace.imported("phone,name\n0641234567,First\n+381641234567,Second\n");

        assertThat(workspace.only().name()).contains("First");
    }

    @Test
    void letsAGoodRowWinOverABadOneBeforeIt() {
        var report = workspace.imported("phone,name\n0641234567," + "x".repeat(201) + "\n0641234567,Ana\n");

        assertThat(report.duplicates()).isZero();
        assertThat(report.invalid()).isEqualTo(1);
        assertThat(workspace.only().name()).contains("Ana");
    }

    @Test
    void updatesAContactWithWhatTheFileKnows() {
        workspace.imported("phone,name,email,city,zip\n0641234567,Ana,ana@example.com,Niš,18000\n");
        var before = workspace.only();

        var report = workspace.imported("phone,name,email,city,zip,age\n0641234567,,,Beograd,,30\n");

        assertThat(report.updated()).isEqualTo(1);
        assertThat(workspace.only()).isEqualTo(before.with(Map.of("city", "Beograd", "age", "30")));
        assertThat(workspace.stored().attributes()).containsExactly("age", "city", "zip");
    }

    @Test
    void changesNothingInADryRunAndReportsWhatTheRealRunDoes() {
        workspace.imported("phone,name\n0641234501,Old\n");
        var file = "phone,name,email,city\n0641234501,A,,Niš\n0641234502,B,x,\n0641234502,C,,\nx,D,,\n";
        var stored = workspace.stored();

        var dry = workspace.imported(file, ImportOptions.GUESSED.dry());

        assertThat(workspace.entries()).extracting(Contact::name).containsExactly(Optional.of("Old"));
        assertThat(workspace.stored()).isEqualTo(stored);
        var real = workspace.imported(file);
        assertThat(dry.dryRun()).isTrue();
        assertThat(dry).usingRecursiveComparison().ignoringFields("dryRun").isEqualTo(real);
        assertThat(workspace.count()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void readsTheUsualEncodingsWithoutBeingTold(String charset) {
        var file = "Name;Phone\nZoë Müller;0641234567\nJosé;0641234568\n".getBytes(Charset.forName(charset));

        var report = workspace.imported(file, ImportOptions.GUESSED);

        assertThat(report.charset()).isEqualTo(charset);
        assertThat(workspace.entries())
                .extracting(contact -> contact.name().orElse(""))
                .containsExactly("Zoë Müller", "José");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void passesOverAByteOrderMark(String charset) {
        var file = "\ufeffphone,name\n0641234567,Žika Шаулић\n".getBytes(Charset.forName(charset));

        workspace.imported(file, ImportOptions.GUESSED);

        assertThat(workspace.only().name()).contains("Žika Шаулић");
        assertThat(workspace.only().attributes()).isEmpty();
    }

    @Test
    void findsOutLateThatAFileIsWindows1252() {
        var ascii = IntStream.range(0, 6_000)
                .mapToObj(n -> ContactFixtures.phone(n).e164() + ",Ana\n")
                .collect(Collectors.joining());

        var report = workspace.imported(
                ("phone,name\n" + ascii + "0659999999,Zoë\n").getBytes(LenientUtf8Reader.WINDOWS_1252),
                ImportOptions.GUESSED);

        assertThat(report.charset()).isEqualTo("windows-1252");
        assertThat(workspace
                        .contacts
                        .entries(
                                workspace.actor,
                                workspace.list.id(),
                                PageRequest.first(1).after(last()))
                        .items())
                .extracting(contact -> contact.name().orElse(""))
                .containsExactly("Zoë");
    }

    private UUID last() {
        var number = workspace.store.contact(
                workspace.actor.organization(), workspace.list.id(), ContactFixtures.phone(5_999));
        return number.orElseThrow().id().value();
    }

    @Test
    void readsAnyEncodingItIsTold() {
        var file = "Ime;Broj telefona\nČeda Đurić;0641234567\n".getBytes(Charset.forName("windows-1250"));

        workspace.imported(file, ImportOptions.GUESSED.charset(Charset.forName("windows-1250")));

        assertThat(workspace.only().name()).contains("Čeda Đurić");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name,phone\\n\"Anić; Ana\",0641234567|Anić; Ana",
                "name;phone\\n\"Anić, Ana\";0641234567|Anić, Ana",
                "name;phone\\nAnić, Ana;0641234567|Anić, Ana",
                "name\\tphone\\nAnić, Ana;x\\t0641234567|Anić, Ana;x",
                "\"na;me\";\"phone, mobile\"\\nAna;0641234567|",
                "sep=;\\nname;phone\\nAna;0641234567|Ana",
                "sep=,\\r\\n\"name\",\"phone\"\\r\\n\"Ana \"\"A\"\"\",0641234567\\r\\n|Ana \"A\"",
                "phone,name\\r0641234567,Ana\\r|Ana",
                "phone , name\\n 0641234567 , \"Ana\" |Ana",
            })
    void findsOutWhatDelimitsCells(String csv, String name) {
        workspace.imported(csv.replace("\\n", "\n").replace("\\t", "\t").replace("\\r", "\r"));

        assertThat(workspace.only().name()).isEqualTo(Optional.ofNullable(name));
        assertThat(workspace.only().phone().e164()).isEqualTo("+381641234567");
    }

    @Test
    void countsLinesAsEditorsDo() {
        var report = workspace.imported("sep=,\nphone,name\n0641234567,\"Ana\nAnić\"\n\n\nx,\"B\nb\"\ny,C\n");

        assertThat(report.problems()).extracting(RowProblem::line).containsExactly(7L, 9L);
    }

    @Test
    void takesAFirstRowWithANumberForAContact() {
        var report = workspace.imported("Ana,+381641234567,ana@example.com,Niš\nMaja,+381641234568,,\n");

        assertThat(report.imported()).isEqualTo(2);
        assertThat(report.columns())
                .extracting(MappedColumn::target)
                .containsExactly("name", "phone", "email", "column_4");
        assertThat(workspace.entries().get(0).value("column_4")).contains("Niš");
    }

    @Test
    void takesOneColumnOfBareNumbers() {
        assertThat(workspace.imported("0641234567\n0641234568\n").imported()).isEqualTo(2);
    }

    @Test
    void takesAFirstRowWithAMistypedNumberForAContactToo() {
        var report = workspace.imported("Ana,06412345\nMaja,0641234568\n");

        assertThat(report.imported()).isEqualTo(1);
        assertThat(report.problems()).extracting(RowProblem::line).containsExactly(1L);
    }

    @Test
    void findsTheNumbersUnderAHeaderThatItDoesNotKnow() {
        workspace.imported("Xyz,Abc,Q\nAna,12,0641234567\nMaja,13,0641234568\n");

        assertThat(workspace.entries())
                .extracting(contact -> contact.value("abc").orElse(""))
                .containsExactly("12", "13");
    }

    @Test
    void makesAttributesOfUnknownColumnsThatHoldSomething() {
        var report = workspace.imported(
                "phone,First Order (€),Empty,Name,NAME,,Phone type\n0641234567,12 €,,Ana,A.,x,mobile\n");

        assertThat(workspace.only().attributes())
                .containsExactly(entry("column_6", "x"), entry("first_order", "12 €"), entry("name_2", "A."));
        assertThat(report.columns())
                .extracting(MappedColumn::target)
                .containsExactly("phone", "first_order", "empty", "name", "name_2", "column_6", "");
    }

    @Test
    void lowersTheGuessToWhatAPersonSays() {
        var options = mapping(Map.of("Phone", "landline", "3", "phone", "nick name", "name", "Secret", "-"));

        var report =
                workspace.imported("Phone,Name,Nummer,Nick-Name,Secret\n0113334444,Ana,0641234567,Anica,x\n", options);

        assertThat(report.columns())
                .extracting(MappedColumn::target)
                .containsExactly("landline", "name_2", "phone", "name", "");
        assertThat(workspace.only().value("landline")).contains("0113334444");
        assertThat(workspace.only().name()).contains("Anica");
    }

    @Test
    void refusesAMappingThatDoesNotFitTheFile() {
        assertThatThrownBy(() -> workspace.imported("phone,name\n0641234567,Ana\n", mapping(Map.of("city", "town"))))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessage("The file has no column \"city\"; it has: phone, name");
        assertThatThrownBy(() -> workspace.imported("phone,a,b\n0641234567,1,2\n", mapping(Map.of("a", "x", "b", "X"))))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessage("Two columns can't both become x");
    }

    @Test
    void refusesAFileWithoutNumbers() {
        assertThatThrownBy(() -> workspace.imported("name,city\nAna,Niš\n"))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageStartingWith("No column with phone numbers was found");
    }

    @ParameterizedTest
    @CsvSource({
        "'',The file is empty",
        "' ',The file is empty",
        "'PK\u0003\u0004 zip',This is a spreadsheet",
        "%PDF-1.4,This is a PDF",
        "BEGIN:VCARD,These are vCards"
    })
    void refusesWhatIsNoCsvAndSaysWhatItIs(String file, String message) {
        assertThatThrownBy(() -> workspace.imported(file))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void leavesOutRowsWithMoreCellsThanColumns() {
        var report = workspace.imported("phone,name\n0641234567,Anić,Ana\n0641234568,Maja,,\n0641234569\n");

        assertThat(report.imported()).isEqualTo(2);
        assertThat(report.problems()).extracting(RowProblem::line).containsExactly(2L);
    }

    @Test
    void showsOffendingValuesSafely() {
        var report = workspace.imported("phone\n0641234567\n\"<b>\u0007" + "x".repeat(500) + "\n\"\n");

        assertThat(report.problems().get(0).value())
                .startsWith("<b> xxx")
                .endsWith("x…")
                .hasSizeLessThan(70);
    }

    @Test
    void listsAThousandProblemsAndCountsTheRest() {
        var report = workspace.imported("phone\n0641234567\n" + "x\n".repeat(1500));

        assertThat(report.invalid()).isEqualTo(1500);
        assertThat(report.problems()).hasSize(1000);
        assertThat(report.unlistedProblems()).isEqualTo(500);
    }

    @Test
    void leavesNothingHalfDoneWhenTheFileBreaksOff() {
        var rows = IntStream.range(0, 5000)
                .mapToObj(n -> ContactFixtures.phone(n).e164() + "\n")
                .collect(Collectors.joining());
        var file = new BreakingOff(("phone\n" + rows).getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(
                        () -> workspace.imports.run(workspace.actor, workspace.list.id(), file, ImportOptions.GUESSED))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(workspace.count()).isZero();
    }

    @Test
    void refusesAQuoteThatIsNeverClosedBeforeItFillsTheMemory() {
        var endless = new Endless("phone,name\n0641234567,\"Ana");

        assertThatThrownBy(() ->
                        workspace.imports.run(workspace.actor, workspace.list.id(), endless, ImportOptions.GUESSED))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("quote");

        assertThat(endless.read).isLessThan(2_000_000);
        assertThat(workspace.count()).isZero();
    }

    @Test
    void refusesTooManyColumns() {
        assertThatThrownBy(() -> workspace.imported("phone" + ",a".repeat(500) + "\n0641234567\n"))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessage("The file has more than 500 columns");
    }

    @Test
    void refusesMoreAttributesThanAListMayHaveAndImportsNothing() {
        var header = IntStream.range(0, 101).mapToObj(n -> ",a" + n).collect(Collectors.joining());

        assertThatThrownBy(() -> workspace.imported("phone" + header + "\n0641234567" + ",x".repeat(101) + "\n"))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("more than 100 attributes");

        assertThat(workspace.count()).isZero();
    }

    @Test
    void imports100000RowsInBatches() {
        var file = new Generated(100_000);

        var report = workspace.imports.run(workspace.actor, workspace.list.id(), file, ImportOptions.GUESSED);

        assertThat(report.imported()).isEqualTo(100_000);
        assertThat(workspace.count()).isEqualTo(100_000);
    }

    @Test
    void needsThePermissionToWriteContactsEvenForADryRun() {
        var reader = workspace.may(EnumSet.complementOf(EnumSet.of(Permission.CONTACTS_WRITE)));

        assertThatThrownBy(() -> workspace.imports.run(
                        reader, workspace.list.id(), InputStream.nullInputStream(), ImportOptions.GUESSED.dry()))
                .isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void findsNoListOfAnotherOrganization() {
        assertThatThrownBy(() -> workspace.imports.run(
                        Workspace.stranger(),
                        workspace.list.id(),
                        InputStream.nullInputStream(),
                        ImportOptions.GUESSED))
                .isInstanceOf(Refusal.NotFound.class);
    }

    /** Some bytes, and then an error. */
    private static final class BreakingOff extends InputStream {
        private final byte[] bytes;
        private int at;

        private BreakingOff(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            if (at == bytes.length) {
                throw new IOException("The connection is gone");
            }
            return bytes[at++];
        }
    }

    /** Some text, and then the letter x for ever. */
    private static final class Endless extends InputStream {
        private final byte[] start;
        private long read;

        private Endless(String start) {
            this.start = start.getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public int read() {
            return read < start.length ? start[(int) read++] : (byte) ('x' + 0 * read++);
        }
    }

    /** A file of many rows that is never in memory as a whole. */
    private static final class Generated extends InputStream {
        private final int rows;
        private int next;
        private byte[] line = "phone,name,city\n".getBytes(StandardCharsets.US_ASCII);
        private int at;

        private Generated(int rows) {
            this.rows = rows;
        }

        @Override
        public int read() {
            if (at == line.length) {
                if (next == rows) {
                    return -1;
                }
                line = (ContactFixtures.phone(next).e164() + ",Ana " + next + ",Nis\n")
                        .getBytes(StandardCharsets.US_ASCII);
                next++;
                at = 0;
            }
            return line[at++];
        }
    }
}
