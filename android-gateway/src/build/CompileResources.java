import com.reandroid.apk.APKLogger;
import com.reandroid.apk.ApkModule;
import com.reandroid.apk.ApkModuleXmlEncoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Compiles the app's manifest and resources to their binary form, and writes R.java. A build tool, run by Maven through the
 * Java source launcher; arguments are name=value.
 */
public final class CompileResources {
    private static final Set<String> TYPES =
            Set.of("array", "bool", "color", "dimen", "drawable", "id", "integer", "layout", "plurals", "string", "style", "xml");
    private static final Set<String> TEXTS = Set.of("string", "plurals", "array");

    private final Map<String, String> arguments = new HashMap<>();
    /** Resource names by type; their order makes their ids. */
    private final TreeMap<String, TreeSet<String>> names = new TreeMap<>();

    public static void main(String[] args) throws Exception {
        new CompileResources(args).run();
    }

    private CompileResources(String[] args) {
        for (String arg : args) {
            arguments.put(arg.substring(0, arg.indexOf('=')), arg.substring(arg.indexOf('=') + 1));
        }
    }

    private Path path(String name) {
        return Path.of(arguments.get(name));
    }

    private void run() throws Exception {
        Path res = path("source").resolve("res");
        List<Path> files;
        try (Stream<Path> all = Files.walk(res)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            collectNames(file);
        }
        deleteTree(path("work"));
        Path encodedPackage = path("work").resolve("resources/package_1");
        layOut(res, files, encodedPackage.resolve("res"));
        write(encodedPackage.resolve("package.json"),
                "{\"package_id\":127,\"package_name\":\"" + arguments.get("package") + "\"}");
        String manifest = Files.readString(path("source").resolve("AndroidManifest.xml"))
                .replace("${versionName}", arguments.get("versionName"))
                .replace("${versionCode}", arguments.get("versionCode"));
        write(path("work").resolve("AndroidManifest.xml"), manifest);
        writeIds(encodedPackage.resolve("res/values"));
        encode();
    }

    private void collectNames(Path file) throws Exception {
        String folder = kind(file);
        if (folder.equals("values")) {
            for (Element each : children(parse(file).getDocumentElement())) {
                name(type(each), each.getAttribute("name"));
            }
            return;
        }
        String fileName = file.getFileName().toString();
        name(folder, fileName.substring(0, fileName.indexOf('.')));
        if (fileName.endsWith(".xml")) {
            collectIds(parse(file).getDocumentElement());
        }
    }

    private void collectIds(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            String value = attributes.item(i).getNodeValue();
            if (value.startsWith("@+id/")) {
                name("id", value.substring("@+id/".length()));
            }
        }
        for (Element child : children(element)) {
            collectIds(child);
        }
    }

    private void name(String type, String name) {
        if (!TYPES.contains(type) || name.isEmpty()) {
            throw new IllegalArgumentException("Unsupported resource " + type + "/" + name);
        }
        names.computeIfAbsent(type, t -> new TreeSet<>()).add(name);
    }

    /** ARSCLib takes a value's type from its file's name, so values are regrouped: one file per type and qualifier. */
    private void layOut(Path res, List<Path> files, Path target) throws Exception {
        Map<Path, Document> values = new TreeMap<>();
        for (Path file : files) {
            Path copy = target.resolve(res.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            if (!kind(file).equals("values")) {
                Files.copy(file, copy);
                continue;
            }
            for (Element each : children(parse(file).getDocumentElement())) {
                String type = type(each);
                Path grouped = copy.resolveSibling(type.endsWith("s") ? type + ".xml" : type + "s.xml");
                Document document = values.computeIfAbsent(grouped, p -> emptyResources());
                Element imported = (Element) document.importNode(each, true);
                if (TEXTS.contains(type)) {
                    unescape(imported);
                }
                document.getDocumentElement().appendChild(imported);
            }
        }
        for (Map.Entry<Path, Document> each : values.entrySet()) {
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(each.getValue()), new StreamResult(each.getKey().toFile()));
        }
    }

    private void writeIds(Path values) throws IOException {
        StringBuilder fixed = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<resources>\n");
        StringBuilder ids = new StringBuilder(fixed);
        StringBuilder java = new StringBuilder("package " + arguments.get("package")
                + ";\n\n/** Generated from src/main/android/res. */\npublic final class R {\n    private R() {}\n");
        int type = 0;
        for (Map.Entry<String, TreeSet<String>> each : names.entrySet()) {
            type++;
            int entry = 0;
            java.append("\n    public static final class ").append(each.getKey()).append(" {\n");
            for (String name : each.getValue()) {
                String id = String.format("0x7f%02x%04x", type, entry++);
                fixed.append(String.format("  <public id=\"%s\" type=\"%s\" name=\"%s\"/>\n", id, each.getKey(), name));
                java.append(String.format("        public static final int %s = %s;\n", name.replace('.', '_'), id));
                if (each.getKey().equals("id")) {
                    ids.append(String.format("  <item type=\"id\" name=\"%s\"/>\n", name));
                }
            }
            java.append("    }\n");
        }
        write(values.resolve("public.xml"), fixed.append("</resources>\n").toString());
        write(values.resolve("ids.xml"), ids.append("</resources>\n").toString());
        Path r = path("java").resolve(arguments.get("package").replace('.', '/')).resolve("R.java");
        String text = java.append("}\n").toString();
        if (!Files.exists(r) || !Files.readString(r).equals(text)) {
            write(r, text);
        }
    }

    private void encode() throws IOException {
        ApkModuleXmlEncoder encoder = new ApkModuleXmlEncoder();
        encoder.setApkLogger(new APKLogger() {
            @Override
            public void logMessage(String message) {
                if (message.startsWith("WARN") || message.contains("Un registered")) {
                    throw new IllegalStateException(message);
                }
            }

            @Override
            public void logError(String message, Throwable cause) {
                throw new IllegalStateException(message, cause);
            }

            @Override
            public void logVerbose(String message) {}
        });
        encoder.scanDirectory(path("work").toFile());
        Files.createDirectories(path("out").toAbsolutePath().getParent());
        try (ApkModule module = encoder.getApkModule()) {
            module.writeApk(path("out").toFile());
        }
    }

    /** What Android's own compiler does to texts: collapses white space, resolves escapes, drops quotes. */
    private static void unescape(Element element) {
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element) {
                unescape((Element) node);
            } else if (node instanceof Text) {
                node.setNodeValue(unescape(node.getNodeValue()));
            }
        }
    }

    private static String unescape(String text) {
        StringBuilder out = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char escaped = text.charAt(++i);
                if (escaped == 'u') {
                    out.append((char) Integer.parseInt(text.substring(i + 1, i + 5), 16));
                    i += 4;
                } else {
                    out.append(escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped);
                }
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && Character.isWhitespace(c)) {
                if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
            } else {
                out.append(c);
            }
        }
        return out.toString().strip();
    }

    private static String kind(Path file) {
        return file.getParent().getFileName().toString().split("-")[0];
    }

    private static String type(Element element) {
        String tag = element.getTagName();
        return tag.endsWith("-array") ? "array" : tag.equals("item") ? element.getAttribute("type") : tag;
    }

    private static Document emptyResources() {
        try {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
            document.appendChild(document.createElement("resources"));
            return document;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Document parse(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element) {
                children.add((Element) node);
            }
        }
        return children;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private static void deleteTree(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
