package org.modestcrm.email;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The templates of the mails, in Mustache. Those of all {@link MailKind} constants are built in; a shop changes one, or adds
 * one for a kind of its own, with {@link #with(MailKind, String, String)} or a folder. Immutable, thread-safe.
 *
 * <p>A template is text for people who do not program. It can show values and repeat lists; it cannot call code, read files,
 * or show a value of HTML unescaped. What it says is looked through before it is used: see {@link #check}.
 */
public final class MailTemplates implements MailRenderer {
    private static final String HTML = ".html.mustache";
    private static final String TEXT = ".txt.mustache";
    private static final Set<String> PARTS =
            Set.of("begin", "button", "facts", "lines", "items", "addresses", "notices", "end");
    private static final String ADAPTIVE = "adaptive";
    private static final Stylesheet STYLESHEET =
            new Stylesheet(Resources.text("design/inline.css"), Resources.text("design/adaptive.css"));
    private static final MailTemplates STANDARD = standard();

    private final Map<String, Template> templates;

    /** Which part of a mail a template makes. */
    public enum Form {
        /** The part with design: values are escaped. */
        HTML,
        /** The part of plain text: nothing is escaped. */
        TEXT
    }

    private MailTemplates(Map<String, Template> templates) {
        this.templates = Map.copyOf(templates);
    }

    private static MailTemplates standard() {
        Map<String, Template> all = new HashMap<>();
        for (String kind : Resources.text("design/kinds.txt").strip().split("\\s+", -1)) {
            all.put(kind + HTML, compiled(Form.HTML, Resources.text("design/" + kind + HTML)));
            all.put(kind + TEXT, compiled(Form.TEXT, Resources.text("design/" + kind + TEXT)));
        }
        return new MailTemplates(all);
    }

    /**
     * The templates we bring.
     *
     * @return one pair for each kind
     */
    public static MailTemplates builtIn() {
        return STANDARD;
    }

    /**
     * These templates with another pair for a kind.
     *
     * @param kind which mail
     * @param html makes the HTML part; may use the parts of our design, such as <code>{{&gt;begin}}</code>
     * @param text makes the text part
     * @return a changed copy
     * @throws IllegalArgumentException naming every problem of both with line and column
     */
    public MailTemplates with(MailKind kind, String html, String text) {
        refuse(kind + HTML, check(Form.HTML, html));
        refuse(kind + TEXT, check(Form.TEXT, text));
        Map<String, Template> all = new HashMap<>(templates);
        all.put(kind + HTML, compiled(Form.HTML, html));
        all.put(kind + TEXT, compiled(Form.TEXT, text));
        return new MailTemplates(all);
    }

    /**
     * These templates with those of a folder over them: {@code shipped.html.mustache} and {@code shipped.txt.mustache}.
     *
     * @param folder with both files of each kind it changes or adds
     * @return a changed copy
     * @throws IllegalArgumentException naming every problem of a template with line and column
     * @throws UncheckedIOException when a file of a pair is missing or cannot be read
     */
    public MailTemplates with(Path folder) {
        MailTemplates changed = this;
        for (String kind : kinds(folder)) {
            changed = changed.with(
                    MailKind.of(kind), read(folder.resolve(kind + HTML)), read(folder.resolve(kind + TEXT)));
        }
        return changed;
    }

    private static Set<String> kinds(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> kinds = new TreeSet<>();
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(HTML) || name.endsWith(TEXT))
                    .forEach(name -> kinds.add(name.replace(HTML, "").replace(TEXT, "")));
            return kinds;
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    file + ": cannot be read (expected: both " + HTML + " and " + TEXT + " of a kind)", e);
        }
    }

    private static void refuse(String name, List<TemplateProblem> problems) {
        if (!problems.isEmpty()) {
            List<String> lines =
                    problems.stream().map(TemplateProblem::toString).toList();
            throw new IllegalArgumentException("template " + name + ": " + String.join("; ", lines));
        }
    }

    /**
     * Looks through a template, as an editor does before it saves: unknown names, sections left open, links that run
     * something, values that would not be escaped.
     *
     * @param form which part of a mail it makes
     * @param template its source
     * @return all problems by place, at most 100; empty when it can be used
     */
    public static List<TemplateProblem> check(Form form, String template) {
        List<TemplateProblem> problems = new ArrayList<>(TemplateCheck.of(form, template, PARTS));
        if (problems.isEmpty() && form == Form.HTML) {
            STYLESHEET.unknownClass(template).ifPresent(problems::add);
        }
        return List.copyOf(problems);
    }

    /**
     * Whether there are templates for a kind.
     *
     * @param kind which mail
     * @return true when both are here
     */
    public boolean has(MailKind kind) {
        return templates.containsKey(kind + HTML) && templates.containsKey(kind + TEXT);
    }

    /**
     * The kinds there are templates for.
     *
     * @return by code
     */
    public List<MailKind> kinds() {
        Set<String> codes = new TreeSet<>();
        new HashSet<>(templates.keySet())
                .forEach(name -> codes.add(name.replace(HTML, "").replace(TEXT, "")));
        return codes.stream().map(MailKind::of).toList();
    }

    @Override
    public String html(MailKind kind, Map<String, Object> values) {
        return rendered(kind + HTML, values);
    }

    @Override
    public String text(MailKind kind, Map<String, Object> values) {
        return rendered(kind + TEXT, values);
    }

    private String rendered(String name, Map<String, Object> values) {
        Template template = templates.get(name);
        if (template == null) {
            throw new IllegalStateException(
                    "template " + name + " is missing (expected: MailTemplates.with for this kind)");
        }
        LimitedWriter out = new LimitedWriter(name);
        template.execute(values, out);
        return out.toString();
    }

    private static Template compiled(Form form, String source) {
        boolean html = form == Form.HTML;
        return Mustache.compiler()
                .escapeHTML(html)
                .strictSections(true)
                .withCollector(new MapsOnly())
                .withLoader(part -> new StringReader(part(part, html)))
                .compile(html ? STYLESHEET.inlined(source) : source);
    }

    /** Parts of the design come from this jar and from nowhere else. */
    private static String part(String name, boolean html) {
        if (html && name.equals(ADAPTIVE)) {
            return Resources.text("design/" + ADAPTIVE + ".css");
        }
        if (!PARTS.contains(name)) {
            throw new IllegalArgumentException(
                    "part \"" + name + "\" is unknown (known: " + new TreeSet<>(PARTS) + ")");
        }
        String source = Resources.text("design/" + name + (html ? HTML : TEXT));
        return html ? STYLESHEET.inlined(source) : source;
    }

    /** Values are looked up in maps: the fields and methods of an object are out of reach. */
    private static final class MapsOnly implements Mustache.Collector {
        @Override
        public @Nullable Iterator<?> toIterator(Object value) {
            return value instanceof List<?> list ? list.iterator() : null;
        }

        @Override
        public Mustache.@Nullable VariableFetcher createFetcher(Object context, String name) {
            return context instanceof Map<?, ?>
                    ? (map, key) -> {
                        @Nullable Object value = ((Map<?, ?>) map).get(key);
                        return value == null ? Template.NO_FETCHER_FOUND : value;
                    }
                    : null;
        }

        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new ConcurrentHashMap<>();
        }
    }
}
