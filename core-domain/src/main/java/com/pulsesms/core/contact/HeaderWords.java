package com.pulsesms.core.contact;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the words of a column's header say of its cells, in the languages and phone books that we know. Accents, case and
 * signs don't matter.
 */
final class HeaderWords {
    /** A number, a name or an address of this kind, or the kind of another column's number. */
    enum Kind {
        MOBILE,
        PHONE,
        LANDLINE,
        /** Some number, but whose or of what is not said by words that we know. */
        SOME_PHONE,
        EMAIL,
        FULL_NAME,
        /** A full name, or the part of it that another column lacks. */
        NAME,
        FIRST_NAME,
        LAST_NAME,
        LABEL,
        OTHER
    }

    private static final Pattern CAMEL_CASE = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{L})(?=\\p{N})");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Set<String> MOBILE_WORDS =
            words("mob, cell, cel, cep, sms, gsm, hp, whatsapp, viber, msisdn, portable");
    private static final List<String> MOBILE_STARTS =
            List.copyOf(words("mobil, mobiel, cellphon, cellul, celular, handy,"
                    + " movil, telemovel, komork, matkapuhel, cellphone, gsm, мобил, моб, киши"));
    private static final List<String> MOBILE_PARTS =
            List.copyOf(words("手机, 手機, 携帯, 휴대, 핸드폰, جوال, موبايل, محمول, נייד, मोबाइल, มือถือ, κινητ"));

    private static final Set<String> PHONE_WORDS = words("tel, tlf, telf, tlfn, fon, fone, puh, тел, τηλ");
    private static final List<String> PHONE_PARTS = List.copyOf(words("phone, telephon, telefon, telefoon, telepon,"
            + " puhelin, rufnummer, телефон, τηλεφων, 电话, 電話, 전화, هاتف, تلفون, טלפון, फोन, โทร, điện thoại"));

    private static final Set<String> LANDLINE_WORDS =
            words("home, work, business, office, company, main, other, private,"
                    + " landline, geschaftlich, privat, buro, festnetz, zuhause, arbeit, domicile, travail, bureau, fixe, maison,"
                    + " autre, casa, trabajo, oficina, fijo, otro, lavoro, ufficio, fisso, altro, trabalho, fixo, outro, kucni,"
                    + " poslovni, posao, fiksni, kuca, dom, praca, домашний, рабочий, кућни, пословни, фиксни");
    private static final Set<String> PHONE_COMPANIONS =
            words("number, numbers, no, nr, num, numero, numer, nummer, broj,"
                    + " cislo, stevilka, szam, номер, број, value, primary, personal, contact, kontakt, contacto, contatto, customer, client, your, de, the, of,"
                    + " da, di, del, e, 164, international, full");
    private static final Set<String> BARE_NUMBERS = words(
            "number, numero, numer, nummer, broj, номер, број, to, recipient,"
                    + " recipients, contact number, contact no, contact nr, empfanger, destinataire, destinatario, primalac");

    private static final Set<String> NO_PHONES = words(
            "fax, faks, факс, telefax, telefaks, pager, telex, teleks, tty, tdd,"
                    + " isdn, radio, callback, assistant, assistants, extension, ext, telegram, country, code, carrier, operator,"
                    + " model, verified, consent, opt, status, phonetic, phonetisch, id, date, time, count, provider, brand, os");
    private static final Set<String> LABELS = words("label, type, typ, tip");

    private static final Set<String> EMAIL_WORDS = words("mail, mails, correo, courriel, eposta, epost, epostadresse,"
            + " imejl, mejl, имейл, почта, пошта, имејл, мејл, messagerie, sahkoposti");
    private static final List<String> EMAIL_PARTS =
            List.copyOf(words("邮箱, 邮件, 郵件, メール, 이메일, البريد, אימייל, ईमेल, อีเมล"));
    private static final Set<String> NO_EMAILS =
            words("name, verified, consent, opt, status, format, code, id, date, time, count, display, list");

    private static final Set<String> FULL_NAMES = words("full name, fullname, display name, displayname, contact name,"
            + " person name, recipient name, customer name, client name, name and surname, name surname, ime i prezime,"
            + " prezime i ime, ime in priimek, vor und nachname, vor und zuname, vollstandiger name, anzeigename,"
            + " nom complet, nom et prenom, prenom et nom, nombre completo, nombre y apellidos, nombre y apellido,"
            + " nome completo, nome e cognome, imie i nazwisko, jmeno a prijmeni, meno a priezvisko, teljes nev,"
            + " volledige naam, ad soyad, adi soyadi, nume complet, nume si prenume, фио, имя и фамилия, имя фамилия,"
            + " име и презиме, презиме и име, пълно име, име и фамилия, піб, 姓名, 氏名, お名前, 성명, الاسم الكامل, שם מלא,"
            + " ονοματεπωνυμο, họ và tên, họ tên, nama lengkap");
    private static final Set<String> NAMES =
            words("name, names, ime, nom, nome, nombre, naam, nev, nimi, navn, namn, isim, ad,"
                    + " adi, имя, име, імя, ім я, imie, jmeno, meno, nama, tên, 名前, 名字, 이름, الاسم, اسم, שם, नाम, ชื่อ, ονομα, contact,"
                    + " kontakt, contacto, contatto, contato, контакт");
    private static final Set<String> FIRST_NAMES =
            words("first name, firstname, first, fname, given name, givenname, given,"
                    + " forename, christian name, vorname, prenom, primer nombre, primeiro nome, voornaam, fornavn, fornamn,"
                    + " etunimi, keresztnev, utonev, prenume, nama depan, 名, الاسم الاول, שם פרטי");
    private static final Set<String> LAST_NAMES =
            words("last name, lastname, last, lname, surname, family name, familyname,"
                    + " family, nachname, familienname, zuname, nom de famille, apellido, apellidos, cognome, sobrenome, apelido,"
                    + " achternaam, etternavn, efternavn, efternamn, sukunimi, vezeteknev, csaladnev, nume, nume de familie, prezime,"
                    + " priimek, nazwisko, prijmeni, priezvisko, soyad, soyadi, soyisim, фамилия, презиме, прізвище, 姓, επωνυμο,"
                    + " επιθετο, nama belakang, שם משפחה");

    private HeaderWords() {}

    static Kind kind(String header) {
        var words = folded(header);
        var all = String.join(" ", words);
        if (FULL_NAMES.contains(all)) {
            return Kind.FULL_NAME;
        }
        if (NAMES.contains(all)) {
            return Kind.NAME;
        }
        if (FIRST_NAMES.contains(all)) {
            return Kind.FIRST_NAME;
        }
        if (LAST_NAMES.contains(all)) {
            return Kind.LAST_NAME;
        }
        var email = words.stream().anyMatch(HeaderWords::isEmail) || isEmail(String.join("", words));
        var phone = words.stream().anyMatch(HeaderWords::isNumber) || isPhone(all);
        if ((email || phone) && words.stream().anyMatch(LABELS::contains)) {
            return Kind.LABEL;
        }
        if (email && words.stream().noneMatch(NO_EMAILS::contains)) {
            return Kind.EMAIL;
        }
        return phone || BARE_NUMBERS.contains(all) ? phoneKind(words) : Kind.OTHER;
    }

    private static Kind phoneKind(List<String> words) {
        if (words.stream().anyMatch(NO_PHONES::contains)) {
            return Kind.OTHER;
        }
        if (!words.stream().allMatch(HeaderWords::isUnderstood) || BARE_NUMBERS.contains(String.join(" ", words))) {
            return Kind.SOME_PHONE;
        }
        if (words.stream().anyMatch(HeaderWords::isMobile)) {
            return Kind.MOBILE;
        }
        return words.stream().anyMatch(HeaderWords::isLandline) ? Kind.LANDLINE : Kind.PHONE;
    }

    private static boolean isNumber(String word) {
        return isMobile(word) || isPhone(word);
    }

    private static boolean isMobile(String word) {
        return MOBILE_WORDS.contains(word)
                || MOBILE_STARTS.stream().anyMatch(word::startsWith)
                || MOBILE_PARTS.stream().anyMatch(word::contains);
    }

    private static boolean isPhone(String word) {
        return PHONE_WORDS.contains(word) || PHONE_PARTS.stream().anyMatch(word::contains);
    }

    private static boolean isLandline(String word) {
        return LANDLINE_WORDS.contains(word)
                || word.endsWith("phone") && LANDLINE_WORDS.stream().anyMatch(word::startsWith);
    }

    private static boolean isUnderstood(String word) {
        return isNumber(word)
                || LANDLINE_WORDS.contains(word)
                || PHONE_COMPANIONS.contains(word)
                || word.chars().allMatch(Character::isDigit);
    }

    private static boolean isEmail(String word) {
        return EMAIL_WORDS.contains(word)
                || word.startsWith("email")
                || EMAIL_PARTS.stream().anyMatch(word::contains);
    }

    /** The words in lower case and without accents, so that {@code phoneNumber1} is {@code phone number 1}. */
    private static List<String> folded(String header) {
        var spaced = CAMEL_CASE.matcher(header.replace("WhatsApp", "whatsapp")).replaceAll(" ");
        var plain = Normalizer.normalize(spaced, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd')
                .replace('ø', 'o')
                .replace('ł', 'l')
                .replace('ı', 'i');
        return Arrays.stream(BETWEEN_WORDS.split(plain))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Set<String> words(String listed) {
        return Arrays.stream(listed.split(","))
                .map(entry -> String.join(" ", folded(entry)))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
