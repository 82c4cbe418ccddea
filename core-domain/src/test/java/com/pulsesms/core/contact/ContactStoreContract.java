package com.pulsesms.core.contact;

import static com.pulsesms.core.contact.ContactFixtures.contact;
import static com.pulsesms.core.contact.ContactFixtures.list;
import static com.pulsesms.core.contact.ContactFixtures.phone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.kernel.ContactId;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.EmailAddress;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.PhoneNumber;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.kernel.Transactions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link ContactStore} keeps. */
public interface ContactStoreContract {
    ContactStore contacts();

    Transactions transactions();

    /** A stored organization, another one at each call. */
    OrganizationId newOrganization();

    private ContactList stored(OrganizationId organization) {
        return stored(list(organization));
    }

    private ContactList stored(ContactList list) {
        transactions().run(() -> contacts().insert(list));
        return list;
    }

    private List<Contact> stored(ContactList list, int... numbers) {
        var made = Arrays.stream(numbers).mapToObj(n -> contact(list, n)).toList();
        transactions().run(() -> made.forEach(contacts()::insert));
        return made;
    }

    private <T> T read(Supplier<T> question) {
        return transactions().call(question);
    }

    private List<Contact> entries(ContactList list) {
        return read(() -> contacts().entries(list.organization(), list.id(), PageRequest.first(PageRequest.MAX_LIMIT)))
                .items();
    }

    @Test
    default void findsContactsBySomethingOfTheirs() {
        var list = stored(list(newOrganization()));
        var ana = named(list, 1, "Ana 100%_Štrbac", Optional.of(new EmailAddress("ana@example.com")));
        var bo = named(list, 2, "Bo", Optional.empty());
        transactions().run(() -> List.of(ana, bo).forEach(contacts()::insert));

        assertThat(searched(list, "ana")).containsExactly(ana);
        assertThat(searched(list, "0%_")).containsExactly(ana);
        assertThat(searched(list, "EXAMPLE.com")).containsExactly(ana);
        assertThat(searched(list, "%")).containsExactly(ana);
        assertThat(searched(list, bo.phone().e164())).containsExactly(bo);
        assertThat(searched(list, "0" + bo.phone().e164().substring(4))).containsExactly(bo);
        assertThat(searched(list, "nobody")).isEmpty();
        assertThat(searched(stored(list(newOrganization())), "ana")).isEmpty();
    }

    private static Contact named(ContactList list, int n, String name, Optional<EmailAddress> email) {
        return new Contact(
                new ContactId(Sample.id()),
                list.organization(),
                list.id(),
                Sample.number(n),
                Optional.of(name),
                email,
                new TreeMap<>(),
                Sample.NOW);
    }

    private List<Contact> searched(ContactList list, String typed) {
        var search = Optional.of(ContactSearch.of(typed));
        return read(() -> contacts().entries(list.organization(), list.id(), search, PageRequest.first()))
                .items();
    }

    @Test
    default void findsAListAsItWasStored() {
        var list = stored(list(newOrganization()).named("Šta god 😀").withAttributes(Set.of("city", "име", "a_1")));

        assertThat(read(() -> contacts().find(list.organization(), list.id()))).contains(list);
        assertThat(read(() -> contacts().lock(list.organization(), list.id()))).contains(list);
    }

    @Test
    default void findsNoListThatIsNotThere() {
        var organization = newOrganization();
        var unknown = new ContactListId(UUID.randomUUID());

        assertThat(read(() -> contacts().find(organization, unknown))).isEmpty();
        assertThat(read(() -> contacts().lock(organization, unknown))).isEmpty();
        assertThat(read(() -> contacts().delete(organization, unknown))).isFalse();
    }

    @Test
    default void findsThoseOfManyListsThatAreThere() {
        var organization = newOrganization();
        var a = stored(organization);
        var b = stored(organization);
        stored(organization);
        var foreign = stored(newOrganization());
        var unknown = new ContactListId(UUID.randomUUID());

        var found = read(() -> contacts().find(organization, Set.of(a.id(), b.id(), foreign.id(), unknown)));

        assertThat(found).containsExactlyInAnyOrder(a, b);
        assertThat(read(() -> contacts().find(organization, Set.of()))).isEmpty();
    }

    @Test
    default void savesAListAndRaisesItsRevision() {
        var list = stored(newOrganization());

        transactions().run(() -> contacts().update(list.named("Friends").withAttributes(Set.of("city"))));

        var saved = read(() -> contacts().find(list.organization(), list.id())).orElseThrow();
        assertThat(saved.name()).isEqualTo("Friends");
        assertThat(saved.attributes()).containsExactly("city");
        assertThat(saved.createdAt()).isEqualTo(list.createdAt());
        assertThat(saved.revision()).isEqualTo(list.revision() + 1);
    }

    @Test
    default void refusesToSaveAStaleList() {
        var list = stored(newOrganization());
        transactions().run(() -> contacts().update(list.named("First")));

        assertThatThrownBy(() -> transactions().run(() -> contacts().update(list.named("Second"))))
                .isInstanceOfSatisfying(
                        Refusal.Conflict.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("stale"));

        assertThat(read(() -> contacts().find(list.organization(), list.id()))
                        .orElseThrow()
                        .name())
                .isEqualTo("First");
    }

    @Test
    default void refusesToSaveADeletedList() {
        var list = stored(newOrganization());
        transactions().run(() -> contacts().delete(list.organization(), list.id()));

        assertThatThrownBy(() -> transactions().run(() -> contacts().update(list.named("Again"))))
                .isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    default void deletesAListWithItsContactsAndNoOthers() {
        var organization = newOrganization();
        var doomed = stored(organization);
        var other = stored(organization);
        stored(doomed, 1, 2);
        var kept = stored(other, 1);

        assertThat(read(() -> contacts().delete(organization, doomed.id()))).isTrue();

        assertThat(read(() -> contacts().find(organization, doomed.id()))).isEmpty();
        assertThat(entries(doomed)).isEmpty();
        assertThat(read(() -> contacts().count(organization, doomed.id()))).isZero();
        assertThat(entries(other)).isEqualTo(kept);
    }

    @Test
    default void listsTheNewestFirstWithTheirCountsPageByPage() {
        var organization = newOrganization();
        var oldest = stored(organization);
        var middle = stored(organization);
        var newest = stored(organization);
        stored(newOrganization());
        stored(oldest, 1, 2, 3);
        stored(newest, 1);

        var first = read(() -> contacts().lists(organization, PageRequest.first(2)));
        var second = read(() -> contacts()
                .lists(organization, PageRequest.first(2).after(first.next().orElseThrow())));

        assertThat(first.items()).containsExactly(new CountedList(newest, 1), new CountedList(middle, 0));
        assertThat(second.items()).containsExactly(new CountedList(oldest, 3));
        assertThat(second.next()).isEmpty();
    }

    @Test
    default void findsAContactAsItWasStored() {
        var list = stored(newOrganization());
        var ana =
                contact(list, 1).named(Optional.of("Ana \"Š\" 😀, 'x'")).with(Map.of("note", "a\nb\\c", "цена", "1 €"));
        transactions().run(() -> contacts().insert(ana));

        assertThat(read(() -> contacts().contact(list.organization(), list.id(), ana.id())))
                .contains(ana);
        assertThat(read(() -> contacts().contact(list.organization(), list.id(), phone(1))))
                .contains(ana);
        assertThat(entries(list)).containsExactly(ana);
    }

    @Test
    default void keepsAContactOfWhomOnlyTheNumberIsKnown() {
        var list = stored(newOrganization());
        var unnamed = contact(list, 1)
                .named(Optional.empty())
                .reachedBy(Optional.empty())
                .withOnly(new TreeMap<>());
        transactions().run(() -> contacts().insert(unnamed));

        assertThat(read(() -> contacts().contact(list.organization(), list.id(), unnamed.id())))
                .contains(unnamed);
    }

    @Test
    default void refusesASecondContactWithTheSameNumberOnAList() {
        var organization = newOrganization();
        var list = stored(organization);
        var other = stored(organization);
        stored(list, 1);

        assertThatThrownBy(() -> stored(list, 1))
                .isInstanceOfSatisfying(
                        Refusal.Conflict.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("contact_exists"));
        stored(other, 1);

        assertThat(entries(list)).hasSize(1);
        assertThat(entries(other)).hasSize(1);
    }

    @Test
    default void savesAContact() {
        var list = stored(newOrganization());
        var ana = stored(list, 1, 2).get(0);
        var changed = ana.at(phone(9))
                .named(Optional.of("Maja"))
                .reachedBy(Optional.empty())
                .with(Map.of("city", "", "zip", "18000"));

        transactions().run(() -> contacts().update(changed));

        assertThat(read(() -> contacts().contact(list.organization(), list.id(), ana.id())))
                .contains(changed);
        assertThat(read(() -> contacts().contact(list.organization(), list.id(), phone(9))))
                .contains(changed);
        assertThat(read(() -> contacts().contact(list.organization(), list.id(), phone(1))))
                .isEmpty();
    }

    @Test
    default void refusesToSaveAContactUnderTheNumberOfAnother() {
        var list = stored(newOrganization());
        var contacts = stored(list, 1, 2);

        assertThatThrownBy(() -> transactions()
                        .run(() -> contacts().update(contacts.get(0).at(phone(2)))))
                .isInstanceOfSatisfying(
                        Refusal.Conflict.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("contact_exists"));

        assertThat(entries(list)).isEqualTo(contacts);
    }

    @Test
    default void doesNotBringADeletedContactBackBySavingIt() {
        var list = stored(newOrganization());
        var ana = stored(list, 1).get(0);
        transactions().run(() -> contacts().delete(list.organization(), list.id(), ana.id()));

        transactions().run(() -> contacts().update(ana.named(Optional.of("Ghost"))));

        assertThat(entries(list)).isEmpty();
    }

    @Test
    default void deletesAContactAndFreesItsNumber() {
        var list = stored(newOrganization());
        var contacts = stored(list, 1, 2);
        var ana = contacts.get(0).id();

        assertThat(read(() -> contacts().delete(list.organization(), list.id(), ana)))
                .isTrue();
        assertThat(read(() -> contacts().delete(list.organization(), list.id(), ana)))
                .isFalse();
        stored(list, 1);

        assertThat(entries(list)).extracting(Contact::phone).containsExactly(phone(2), phone(1));
    }

    @Test
    default void givesContactsPageByPageInTheOrderOfTheirIds() {
        var organization = newOrganization();
        var list = stored(organization);
        stored(stored(organization), 1, 2);
        var contacts = stored(list, 5, 3, 4, 1, 2);
        stored(stored(organization), 3, 4);

        var read = new ArrayList<Contact>();
        var request = Optional.of(PageRequest.first(2));
        while (request.isPresent()) {
            var current = request.get();
            var page = read(() -> contacts().entries(organization, list.id(), current));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
            read.addAll(page.items());
            request = page.next().map(current::after);
        }

        assertThat(read).isEqualTo(contacts);
    }

    @Test
    default void tellsWhichOfManyNumbersAreOnTheList() {
        var organization = newOrganization();
        var list = stored(organization);
        var contacts = stored(list, 1, 2, 3);
        stored(stored(organization), 4);

        var existing = read(() -> contacts().existing(organization, list.id(), Set.of(phone(1), phone(3), phone(4))));

        assertThat(existing).isEqualTo(Map.of(phone(1), contacts.get(0), phone(3), contacts.get(2)));
        assertThat(read(() -> contacts().existing(organization, list.id(), Set.of())))
                .isEmpty();
    }

    @Test
    default void insertsAndReplacesAThousandContactsAtOnce() {
        var list = stored(newOrganization());
        var old = stored(list, 1, 2, 3);
        var batch = IntStream.range(2, 1002)
                .mapToObj(n -> contact(list, n)
                        .named(n == 2 ? Optional.empty() : Optional.of("New " + n))
                        .reachedBy(Optional.empty())
                        .withOnly(new TreeMap<>(Map.of("zip", "z" + n))))
                .toList();

        var known = read(() -> contacts().insertNew(list.organization(), list.id(), batch));
        transactions().run(() -> contacts().replace(list.organization(), replacing(known, batch)));

        assertThat(known).isEqualTo(Map.of(phone(2), old.get(1), phone(3), old.get(2)));
        assertThat(read(() -> contacts().count(list.organization(), list.id()))).isEqualTo(1001);
        var kept = read(() -> contacts().contact(list.organization(), list.id(), phone(1)));
        assertThat(kept).contains(old.get(0));
        var replaced = read(() -> contacts().contact(list.organization(), list.id(), phone(2)));
        assertThat(replaced)
                .contains(old.get(1)
                        .named(Optional.empty())
                        .reachedBy(Optional.empty())
                        .withOnly(new TreeMap<>(Map.of("zip", "z2"))));
        var inserted = read(() -> contacts().contact(list.organization(), list.id(), phone(1001)));
        assertThat(inserted).contains(batch.get(999));
    }

    private static List<Contact> replacing(Map<PhoneNumber, Contact> known, List<Contact> batch) {
        return batch.stream()
                .filter(contact -> known.containsKey(contact.phone()))
                .map(contact -> known.get(contact.phone())
                        .named(contact.name())
                        .reachedBy(contact.email())
                        .withOnly(contact.attributes()))
                .toList();
    }

    @Test
    default void replacesNothingOfOtherOrganizations() {
        var list = stored(newOrganization());
        var ana = stored(list, 1).get(0);

        transactions()
                .run(() -> contacts().replace(newOrganization(), List.of(ana.named(Optional.of("Somebody else")))));

        assertThat(entries(list)).containsExactly(ana);
    }

    @Test
    default void undoesABatchWithItsTransaction() {
        var list = stored(newOrganization());
        var old = stored(list, 1);

        assertThatThrownBy(() -> transactions().run(() -> {
                    contacts().insertNew(list.organization(), list.id(), List.of(contact(list, 1), contact(list, 2)));
                    contacts().replace(list.organization(), List.of(old.get(0).named(Optional.of("New"))));
                    contacts().update(list.withAttributes(Set.of("city")));
                    throw new Refusal.NotFound("Refused");
                }))
                .isInstanceOf(Refusal.NotFound.class);

        assertThat(entries(list)).isEqualTo(old);
        assertThat(read(() -> contacts().find(list.organization(), list.id()))).contains(list);
    }

    @Test
    default void joinsTheAttributeNamesOfLists() {
        var organization = newOrganization();
        var a = stored(list(organization).withAttributes(Set.of("city", "zip")));
        var b = stored(list(organization).withAttributes(Set.of("city", "age")));
        stored(list(organization).withAttributes(Set.of("elsewhere")));
        var foreign = stored(list(newOrganization()).withAttributes(Set.of("foreign")));

        var names = read(() -> contacts().attributeNames(organization, Set.of(a.id(), b.id(), foreign.id())));

        assertThat(names).containsExactlyInAnyOrder("age", "city", "zip");
        assertThat(read(() -> contacts().attributeNames(organization, Set.of())))
                .isEmpty();
    }

    @Test
    default void countsANumberOnSeveralListsAsOneRecipient() {
        var organization = newOrganization();
        var a = stored(organization);
        var b = stored(organization);
        var foreign = stored(newOrganization());
        stored(a, 1, 2);
        stored(b, 2, 3);
        stored(foreign, 4);

        assertThat(read(() -> contacts().reach(organization, List.of(a.id(), b.id(), foreign.id()), Set.of())))
                .isEqualTo(new Reach(3, 1, 0, new TreeMap<>()));
        assertThat(read(() -> contacts().reach(organization, List.of(), Set.of("name"))))
                .isEqualTo(new Reach(0, 0, 0, new TreeMap<>(Map.of("name", 0L))));
    }

    @Test
    default void countsRecipientsWithoutAValueByTheContactThatCounts() {
        var organization = newOrganization();
        var first = stored(organization);
        var second = stored(organization);
        transactions().run(() -> {
            contacts().insert(contact(first, 1).named(Optional.empty()).with(Map.of("city", "")));
            contacts().insert(contact(first, 2).reachedBy(Optional.empty()).with(Map.of("nickname", "\"city\":")));
            contacts().insert(contact(second, 1));
            contacts().insert(contact(second, 3).with(Map.of("city", "", "име", "Ана", "a_b", "x")));
            contacts().insert(contact(second, 4).with(Map.of("city", "", "axb", "\"city\": \\")));
        });
        var variables = Set.of("name", "email", "phone", "city", "име", "a_b");

        var reach = read(() -> contacts().reach(organization, List.of(first.id(), second.id()), variables));

        assertThat(reach)
                .isEqualTo(new Reach(
                        4,
                        1,
                        0,
                        new TreeMap<>(Map.of("name", 1L, "email", 1L, "phone", 0L, "city", 3L, "име", 3L, "a_b", 3L))));
        var other = read(() -> contacts().reach(organization, List.of(second.id(), first.id()), variables));
        assertThat(other.missing()).containsEntry("name", 0L).containsEntry("city", 2L);
        assertThat(read(() -> contacts().reach(organization, List.of(first.id()), variables))
                        .missing())
                .containsEntry("city", 1L);
    }

    @Test
    default void findsTheFirstRecipientsInTheOrderOfIds() {
        var organization = newOrganization();
        var list = stored(organization);
        var made = stored(list, 3, 1, 2);
        stored(stored(organization), 4);

        assertThat(read(() -> contacts().firstRecipients(organization, list.id(), 2)))
                .containsExactly(made.get(0), made.get(1));
        assertThat(read(() -> contacts().firstRecipients(newOrganization(), list.id(), 2)))
                .isEmpty();
    }

    @Test
    default void neverShowsOrTouchesWhatIsAnotherOrganizations() {
        var theirs = stored(newOrganization());
        var contact = stored(theirs, 1).get(0);
        var mine = newOrganization();

        assertThat(read(() -> contacts().find(mine, theirs.id()))).isEmpty();
        assertThat(read(() -> contacts().lock(mine, theirs.id()))).isEmpty();
        assertThat(read(() -> contacts().lists(mine, PageRequest.first())).items())
                .isEmpty();
        assertThat(read(() -> contacts().count(mine, theirs.id()))).isZero();
        assertThat(read(() -> contacts().contact(mine, theirs.id(), contact.id())))
                .isEmpty();
        assertThat(read(() -> contacts().contact(mine, theirs.id(), phone(1)))).isEmpty();
        assertThat(read(() -> contacts().entries(mine, theirs.id(), PageRequest.first()))
                        .items())
                .isEmpty();
        assertThat(read(() -> contacts().existing(mine, theirs.id(), Set.of(phone(1)))))
                .isEmpty();
        assertThat(read(() -> contacts().delete(mine, theirs.id(), contact.id())))
                .isFalse();
        assertThat(read(() -> contacts().delete(mine, theirs.id()))).isFalse();

        assertThat(entries(theirs)).containsExactly(contact);
    }

    @Test
    default void findsNoContactOnAnotherList() {
        var organization = newOrganization();
        var list = stored(organization);
        var other = stored(organization);
        var contact = stored(list, 1).get(0);
        var unknown = new ContactId(UUID.randomUUID());

        assertThat(read(() -> contacts().contact(organization, other.id(), contact.id())))
                .isEmpty();
        assertThat(read(() -> contacts().contact(organization, list.id(), unknown)))
                .isEmpty();
        assertThat(read(() -> contacts().delete(organization, other.id(), contact.id())))
                .isFalse();
    }
}
