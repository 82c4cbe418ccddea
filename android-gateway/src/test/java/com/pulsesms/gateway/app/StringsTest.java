package com.pulsesms.gateway.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the app says, in each of its languages. */
class StringsTest {
    private static final Pattern PLACE = Pattern.compile("%(\\d+\\$)?[a-z]");

    private final Map<String, String> english = strings("values");
    private final Map<String, String> german = strings("values-de");

    private static Map<String, String> strings(String folder) {
        Map<String, String> strings = new TreeMap<>();
        try {
            Element root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new File("src/main/android/res/" + folder + "/strings.xml"))
                    .getDocumentElement();
            for (String tag : new String[] {"string", "item"}) {
                NodeList all = root.getElementsByTagName(tag);
                for (int i = 0; i < all.getLength(); i++) {
                    Element each = (Element) all.item(i);
                    strings.put(name(each), each.getTextContent());
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return strings;
    }

    private static String name(Element each) {
        return each.hasAttribute("name")
                ? each.getAttribute("name")
                : ((Element) each.getParentNode()).getAttribute("name") + "#" + each.getAttribute("quantity");
    }

    private static String places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).sorted().collect(Collectors.joining(" "));
    }

    @Test
    void saysEverythingInGermanToo() {
        assertThat(german.keySet()).isEqualTo(english.keySet());
        assertThat(german.values()).noneMatch(String::isBlank);
    }

    @Test
    void fillsTheSameValuesInIntoBothLanguages() {
        english.forEach(
                (name, text) -> assertThat(places(german.get(name))).as(name).isEqualTo(places(text)));
    }

    @Test
    void isTranslatedAndNotCopied() {
        long same = english.entrySet().stream()
                .filter(each -> each.getValue().equals(german.get(each.getKey())))
                .count();

        // Names, formats and words that both languages share.
        assertThat(same).isLessThan(english.size() / 10);
    }
}
