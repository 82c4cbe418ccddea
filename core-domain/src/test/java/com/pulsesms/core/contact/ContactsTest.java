package com.pulsesms.core.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.ContactId;
import com.pulsesms.core.kernel.EmailAddress;
import com.pulsesms.core.kernel.FieldError;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Permission;
import com.pulsesms.core.kernel.Refusal;
import java.io.OutputStream;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContactsTest {
    private static final Contacts.Draft ANA = new Contacts.Draft(
            "064 1234567", Optional.of(" Ana "), Optional.of("Ana@Example.com"), Map.of("Home City", "Niš"));
    private static final Contacts.Change NOTHING =
            new Contacts.Change(Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

    private final Workspace workspace = new Workspace();
    private final Contacts contacts = workspace.contacts;
    private final Actor actor = workspace.actor;
    private final ContactList list = workspace.list;

    private Contact ana() {
        return contacts.add(actor, list.id(), ANA);
    }

    @Test
    void addsAContactAsTyped() {
        var ana = ana();

        assertThat(ana.phone().e164()).isEqualTo("+381641234567");
        assertThat(ana.name()).contains("Ana");
        assertThat(ana.email()).contains(new EmailAddress("ana@example.com"));
        assertThat(ana.attributes()).containsExactly(entry("home_city", "Niš"));
        assertThat(contacts.entry(actor, list.id(), ana.id())).isEqualTo(ana);
        assertThat(workspace.stored().attributes()).containsExactly("home_city");
    }

    @Test
    void addsSeveralContactsAtOnce() {
        var added = contacts.addAll(actor, list.id(), List.of(ANA, Contacts.Draft.of("0647654321", "Bo")));

        assertThat(added).extracting(contact -> contact.name().orElseThrow()).containsExactly("Ana", "Bo");
        assertThat(contacts.entries(actor, list.id(), PageRequest.first()).items())
                .containsExactlyElementsOf(added);
        assertThat(workspace.stored().attributes()).containsExactly("home_city");
    }

    @Test
    void addsNoneOfSeveralIfOneIsNotValid() {
        var bo = contacts.add(actor, list.id(), Contacts.Draft.of("0647654321", "Bo"));
        var cy = Contacts.Draft.of("0641111111", "Cy");

        refusesAll(List.of(cy, Contacts.Draft.of("nobody", "Di"), cy), "contacts[1].phone", "contacts[2].phone");
        refusesAll(List.of(cy, Contacts.Draft.of("+381647654321", "Bo")), "contacts[1].phone");
        refusesAll(List.of(), "contacts");
        refusesAll(Collections.nCopies(Contacts.MOST_AT_ONCE + 1, cy), "contacts");

        assertThat(contacts.entries(actor, list.id(), PageRequest.first()).items())
                .containsExactly(bo);
    }

    private void refusesAll(List<Contacts.Draft> drafts, String... fields) {
        assertThatThrownBy(() -> contacts.addAll(actor, list.id(), drafts))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refused -> assertThat(refused.errors())
                                .extracting(FieldError::field)
                                .containsExactly(fields));
    }

    @Test
    void answersEachVariableOfATemplate() {
        var ana = ana();

        assertThat(Stream.of("name", "phone", "email", "home_city", "age").map(ana::value))
                .containsExactly(
                        Optional.of("Ana"),
                        Optional.of("+381641234567"),
                        Optional.of("ana@example.com"),
                        Optional.of("Niš"),
                        Optional.empty());
    }

    @Test
    void namesEachFieldThatIsNotRight() {
        var draft = new Contacts.Draft("12", Optional.empty(), Optional.of("ana"), Map.of());

        assertThatThrownBy(() -> contacts.add(actor, list.id(), draft))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(FieldError::field)
                                .containsExactly("phone", "email"));
        assertThat(workspace.entries()).isEmpty();
    }

    @Test
    void refusesAttributesThatNoTemplateCouldReach() {
        var draft = new Contacts.Draft(
                "0641234567", Optional.empty(), Optional.empty(), Map.of("Phone", "1", "!", "2", "x".repeat(61), "3"));

        assertThatThrownBy(() -> contacts.add(actor, list.id(), draft))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(FieldError::field)
                                .containsExactlyInAnyOrder(
                                        "attributes.phone", "attributes.", "attributes." + "x".repeat(61)));
    }

    @Test
    void refusesASecondContactWithTheSameNumber() {
        ana();

        assertThatThrownBy(this::ana).isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void changesOnlyWhatIsNamed() {
        var ana = ana();

        assertThat(contacts.update(actor, list.id(), ana.id(), NOTHING)).isEqualTo(ana);
        var changed = contacts.update(
                actor,
                list.id(),
                ana.id(),
                new Contacts.Change(
                        Optional.of("065 1234567"),
                        Optional.empty(),
                        Optional.of(" "),
                        Map.of("home_city", "", "Age", "30")));

        assertThat(changed.phone().e164()).isEqualTo("+381651234567");
        assertThat(changed.name()).contains("Ana");
        assertThat(changed.email()).isEmpty();
        assertThat(changed.attributes()).containsExactly(entry("age", "30"));
        assertThat(contacts.entry(actor, list.id(), ana.id())).isEqualTo(changed);
        assertThat(workspace.stored().attributes()).containsExactly("age", "home_city");
    }

    @Test
    void takesANameAwayWhenItIsMadeBlank() {
        var change = new Contacts.Change(Optional.empty(), Optional.of(""), Optional.empty(), Map.of());

        assertThat(contacts.update(actor, list.id(), ana().id(), change).name()).isEmpty();
    }

    @Test
    void changesNothingWhenOneFieldIsNotRight() {
        var ana = ana();
        var change = new Contacts.Change(Optional.of("065 1234567"), Optional.empty(), Optional.of("x"), Map.of());

        assertThatThrownBy(() -> contacts.update(actor, list.id(), ana.id(), change))
                .isInstanceOf(Refusal.Invalid.class);

        assertThat(contacts.entry(actor, list.id(), ana.id())).isEqualTo(ana);
    }

    @Test
    void removesAContact() {
        var ana = ana();

        contacts.remove(actor, list.id(), ana.id());

        assertThatThrownBy(() -> contacts.remove(actor, list.id(), ana.id())).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> contacts.entry(actor, list.id(), ana.id())).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void renamesListsAndDeletesThemWithTheirContacts() {
        ana();

        assertThat(contacts.renameList(actor, list.id(), " Friends ").name()).isEqualTo("Friends");
        contacts.deleteList(actor, list.id());

        assertThat(contacts.lists(actor, PageRequest.first()).items()).isEmpty();
        assertThatThrownBy(() -> contacts.entries(actor, list.id(), PageRequest.first()))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> contacts.deleteList(actor, list.id())).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void countsTheContactsOfEachList() {
        ana();
        var empty = contacts.createList(actor, "Empty");

        assertThat(contacts.lists(actor, PageRequest.first()).items())
                .containsExactly(new CountedList(empty, 0), new CountedList(workspace.stored(), 1));
    }

    /** Every use case, called on a list and a contact that are there. */
    private static Stream<Consumer<ContactsTest>> reading() {
        return Stream.of(
                test -> test.contacts.list(test.other, test.list.id()),
                test -> test.contacts.entries(test.other, test.list.id(), PageRequest.first()),
                test -> test.contacts.entry(test.other, test.list.id(), test.known),
                test -> test.contacts.export(test.other, test.list.id(), OutputStream.nullOutputStream()));
    }

    private static Stream<Consumer<ContactsTest>> writing() {
        return Stream.of(
                test -> test.contacts.renameList(test.other, test.list.id(), "Mine"),
                test -> test.contacts.deleteList(test.other, test.list.id()),
                test -> test.contacts.add(test.other, test.list.id(), ANA),
                test -> test.contacts.update(test.other, test.list.id(), test.known, NOTHING),
                test -> test.contacts.remove(test.other, test.list.id(), test.known));
    }

    private static Stream<Consumer<ContactsTest>> both() {
        return Stream.concat(reading(), writing());
    }

    private Actor other = actor;
    private ContactId known = new ContactId(UUID.randomUUID());

    @ParameterizedTest
    @MethodSource("both")
    void findsNothingOfAnotherOrganization(Consumer<ContactsTest> useCase) {
        known = ana().id();
        other = Workspace.stranger();

        assertThatThrownBy(() -> useCase.accept(this)).isInstanceOf(Refusal.NotFound.class);
    }

    @ParameterizedTest
    @MethodSource("reading")
    void needsThePermissionToRead(Consumer<ContactsTest> useCase) {
        known = ana().id();
        other = workspace.may(EnumSet.complementOf(EnumSet.of(Permission.CONTACTS_READ)));

        assertThatThrownBy(() -> useCase.accept(this)).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> contacts.lists(other, PageRequest.first())).isInstanceOf(Refusal.Forbidden.class);
    }

    @ParameterizedTest
    @MethodSource("writing")
    void needsThePermissionToWrite(Consumer<ContactsTest> useCase) {
        known = ana().id();
        other = workspace.may(EnumSet.complementOf(EnumSet.of(Permission.CONTACTS_WRITE)));

        assertThatThrownBy(() -> useCase.accept(this)).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> contacts.createList(other, "New")).isInstanceOf(Refusal.Forbidden.class);
    }
}
