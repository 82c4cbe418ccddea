package com.pulsesms.core.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers and rows as the usual programs write them. */
class PhoneBookImportTest {
    private final Workspace workspace = new Workspace();

    private String target(String header, String ofHeader) {
        return workspace.imported(header, ImportOptions.GUESSED.dry()).columns().stream()
                .filter(column -> column.header().equals(ofHeader))
                .findFirst()
                .orElseThrow()
                .target();
    }

    @Test
    void readsGoogleContacts() {
        workspace.imported("""
                First Name,Middle Name,Last Name,Phonetic First Name,Nickname,Organization Name,Birthday,Notes,Labels,\
                E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,\
                Phone 2 - Label,Phone 2 - Value
                Ana,M,Anić,,Anica,Pekara,,,* myContacts,* Home,ana@example.com,Work,ana@work.example,Home,011 333 4444,\
                Mobile,+381 64 1234567
                Maja,,,,,,,,,,,,,Work,011 333 4445,,
                """);

        var ana = workspace.entries().get(0);
        assertThat(ana.phone().e164()).isEqualTo("+381641234567");
        assertThat(ana.name()).contains("Ana Anić");
        assertThat(ana.value("email")).contains("ana@example.com");
        assertThat(ana.attributes())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "first_name", "Ana",
                        "middle_name", "M",
                        "last_name", "Anić",
                        "nickname", "Anica",
                        "organization_name", "Pekara",
                        "labels", "* myContacts"));
        assertThat(workspace.entries().get(1).phone().e164()).isEqualTo("+381113334445");
        assertThat(workspace.entries().get(1).name()).contains("Maja");
    }

    @Test
    void readsOlderGoogleContacts() {
        workspace.imported("""
                Name,Given Name,Additional Name,Family Name,Yomi Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,\
                Phone 1 - Type,Phone 1 - Value
                Ana M Anić,Ana,M,Anić,,* myContacts,* Home,ana@example.com,Mobile,0641234567 ::: 0651234567
                """);

        assertThat(workspace.only().name()).contains("Ana M Anić");
        assertThat(workspace.only().value("first_name")).contains("Ana");
        assertThat(workspace.only().phone().e164()).isEqualTo("+381641234567");
    }

    @Test
    void readsOutlook() {
        workspace.imported("""
                "Title","First Name","Middle Name","Last Name","Company","Business Fax","Business Phone","Home Phone","Mobile Phone",\
                "Pager","Assistant's Phone","E-mail Address","E-mail Type","E-mail Display Name","Notes"
                "","Ana","","Anić","Pekara","011 1","011 333 4444","","064 1234567","","","ana@example.com","SMTP","Ana","Line 1
                Line 2"
                "","Maja","","","","0113334447","","011 333 4445","","","0641111111","","","",""
                "","Fax only","","","","0113334447","","","","","0641111111","","","",""
                """);

        assertThat(workspace.entries())
                .extracting(contact -> contact.phone().e164())
                .containsExactly("+381641234567", "+381113334445");
        assertThat(workspace.entries().get(0).value("notes")).contains("Line 1\nLine 2");
        assertThat(workspace.entries().get(0).name()).contains("Ana Anić");
        assertThat(workspace.entries().get(0).value("email")).contains("ana@example.com");
    }

    @Test
    void readsThunderbird() {
        workspace.imported("""
                First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Work Phone,Home Phone,\
                Fax Number,Pager Number,Mobile Number,Home Address
                Ana,Anić,Ana A.,,,ana@example.com,,,,0113334447,,0641234567,Glavna 1
                """);

        assertThat(workspace.only().name()).contains("Ana A.");
        assertThat(workspace.only().phone().e164()).isEqualTo("+381641234567");
        assertThat(workspace.only().value("email")).contains("ana@example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Phone",
                "phone number",
                "PhoneNumber",
                "Mobile",
                "Mobile Phone",
                "Cell",
                "cell phone",
                "Tel.",
                "Telephone",
                "tel",
                "Phone 1 - Value",
                "Phone (mobile)",
                "Mobile No.",
                "MSISDN",
                "WhatsApp",
                "Contact Number",
                "Number",
                "Telefon",
                "Mobiltelefon",
                "Handynummer",
                "Rufnummer",
                "Telefonnummer",
                "Téléphone",
                "Tél. mobile",
                "Portable",
                "Numéro de téléphone",
                "Teléfono",
                "Móvil",
                "Número de teléfono móvil",
                "Celular",
                "Telefone",
                "Telemóvel",
                "Cellulare",
                "Telefoonnummer",
                "Mobiel",
                "Numer telefonu",
                "Komórka",
                "Telefonní číslo",
                "Telefonszám",
                "Mobilnummer",
                "Puhelin",
                "Cep Telefonu",
                "Broj telefona",
                "Mobilni",
                "Kontakt telefon",
                "Broj",
                "Број телефона",
                "Мобилни телефон",
                "Телефон",
                "Номер телефона",
                "Мобильный",
                "手机号码",
                "电话",
                "電話番号",
                "携帯電話",
                "전화번호",
                "휴대폰",
                "رقم الهاتف",
                "جوال",
                "טלפון נייד",
                "मोबाइल नंबर",
                "เบอร์โทร",
                "Κινητό",
                "Số điện thoại"
            })
    void knowsTheNumberInManyLanguages(String header) {
        assertThat(target("ID;" + header + ";Foo", header)).isEqualTo("phone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Email",
                "E-mail",
                "e-mail address",
                "EmailAddress",
                "E-Mail-Adresse",
                "Mail",
                "Courriel",
                "Adresse de messagerie",
                "Correo electrónico",
                "E-posta",
                "Imejl",
                "Имејл",
                "Эл. почта",
                "邮箱",
                "メールアドレス",
                "E-mail 1 - Value",
                "Primary Email"
            })
    void knowsTheEmailAddressInManyLanguages(String header) {
        assertThat(target("phone;" + header, header)).isEqualTo("email");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "phone,Name; name",
                "phone,Full Name; name",
                "phone,Display Name; name",
                "phone,Contact; name",
                "phone,Ime; name",
                "phone,Nom; name",
                "phone,Ime i prezime; name",
                "phone,Имя; name",
                "phone,姓名; name",
                "phone,Vor- und Nachname; name",
                "phone,First Name,Last Name; first_name last_name",
                "phone,firstName,lastName; first_name last_name",
                "phone,Ime,Prezime; first_name last_name",
                "phone,Prezime,Ime; last_name first_name",
                "phone,Име,Презиме; first_name last_name",
                "phone,Vorname,Nachname; first_name last_name",
                "phone,Name,Vorname; last_name first_name",
                "phone,Nom,Prénom; last_name first_name",
                "phone,Nombre,Apellidos; first_name last_name",
                "phone,Nome,Cognome; first_name last_name",
                "phone,Imię,Nazwisko; first_name last_name",
                "phone,Имя,Фамилия; first_name last_name",
                "phone,Name,First Name,Last Name; name first_name last_name",
            })
    void knowsNamesInManyLanguages(String header, String targets) {
        var columns = workspace.imported(header, ImportOptions.GUESSED.dry()).columns();

        assertThat(columns.stream().skip(1).map(MappedColumn::target)).containsExactly(targets.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fax",
                "Business Fax",
                "Pager",
                "Assistant's Phone",
                "Phonetic First Name",
                "Country code",
                "Email opt-in",
                "Phone verified",
                "Company Name",
                "Nickname",
                "Agent phone",
                "Home Address",
                "Address",
                "Notes",
                "Telegram"
            })
    void doesNotMistakeOtherColumnsForAContactsOwn(String header) {
        assertThat(target("Phone,Name," + header, header)).isNotIn("phone", "name", "email", "first_name", "last_name");
    }

    @Test
    void prefersMobileNumbersAndFallsBackToOthersOfTheSamePerson() {
        workspace.imported("Home phone,Phone,Mobile\n0113334444,0113334445,0641234567\n0113334446,x,\n");

        assertThat(workspace.entries())
                .extracting(contact -> contact.phone().e164())
                .containsExactly("+381641234567", "+381113334446");
    }

    @Test
    void neverFallsBackToTheNumberOfAnotherPerson() {
        var report = workspace.imported("Name,Phone,Agent phone\nAna,,0641234567\n");

        assertThat(report.invalid()).isEqualTo(1);
        assertThat(workspace.entries()).isEmpty();
    }

    @Test
    void joinsFirstAndLastNamesInThatOrder() {
        workspace.imported(
                "Prezime;Ime;Telefon\nAnić;Ana;0641234567\n;Maja;0641234568\nJović;;0641234569\n;;0641234570\n");

        assertThat(workspace.entries())
                .extracting(Contact::name)
                .isEqualTo(
                        List.of(Optional.of("Ana Anić"), Optional.of("Maja"), Optional.of("Jović"), Optional.empty()));
    }
}
