package org.modestcrm.email;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks through a template before it is used: every name, every section, every link, with line and column. */
final class TemplateCheck {
    static final int MAX_CHARACTERS = 100_000;
    private static final int MAX_DEPTH = 12;

    private static final Pattern TAG = Pattern.compile("\\{\\{(\\{?)\\s*([#^/>!&=]?)\\s*([^{}]*?)\\s*}}(}?)");
    private static final Pattern OPENING = Pattern.compile("\\{\\{");
    private static final Pattern ACTIVE = Pattern.compile(
            "(?i)<\\s*/?\\s*(script|iframe|object|embed|form|base|link|svg|math|meta)\\b|\\bon[a-z]+\\s*=|"
                    + "(javascript|vbscript|data)\\s*:|expression\\s*\\(|@import|url\\s*\\(");
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)\\b(href|src|background|action|srcset)\\s*=\\s*(\"([^\"]*)\"|'([^']*)'|[^\\s\"'>]*)");
    private static final Pattern UNQUOTED = Pattern.compile("=\\s*\\{\\{");
    private static final Pattern LITERAL_LINK = Pattern.compile("(?i)(https?://|mailto:)[^{}\\s]+");

    private final String source;
    private final Set<String> parts;
    private final List<TemplateProblem> problems = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();

    private record Open(String name, int at) {}

    private TemplateCheck(String source, Set<String> parts) {
        this.source = source;
        this.parts = parts;
    }

    static List<TemplateProblem> of(MailTemplates.Form form, String source, Set<String> parts) {
        TemplateCheck check = new TemplateCheck(source, parts);
        if (source.length() > MAX_CHARACTERS) {
            check.problem(
                    0, "TEMPLATE-SIZE", source.length() + " characters (expected: at most " + MAX_CHARACTERS + ")");
            return check.problems;
        }
        check.tags();
        if (form == MailTemplates.Form.HTML) {
            check.html();
        }
        check.problems.sort((a, b) -> a.line() == b.line() ? a.column() - b.column() : a.line() - b.line());
        return List.copyOf(check.problems);
    }

    private void tags() {
        Matcher tag = TAG.matcher(source);
        int from = 0;
        while (tag.find(from)) {
            halfTag(from, tag.start());
            tag(tag);
            from = tag.end();
        }
        halfTag(from, source.length());
        open.forEach(
                section -> problem(section.at(), "TEMPLATE-SECTION", "section " + section.name() + " is never closed"));
    }

    private void halfTag(int from, int to) {
        Matcher half = OPENING.matcher(source).region(from, to);
        if (half.find()) {
            problem(half.start(), "TEMPLATE-TAG", "a tag begins here and is not one (expected: {{name}})");
        }
    }

    private void tag(Matcher tag) {
        String name = tag.group(3);
        int at = tag.start();
        if (!tag.group(1).isEmpty() || tag.group(2).equals("&")) {
            problem(at, "TEMPLATE-UNESCAPED", "{{" + name + "}} would not be escaped (expected: two braces, no &)");
            return;
        }
        switch (tag.group(2)) {
            case "#", "^" -> open(name, at, tag.group(2));
            case "/" -> close(name, at);
            case ">" -> part(name, at);
            case "=" -> problem(at, "TEMPLATE-TAG", "other delimiters (expected: {{ and }} throughout)");
            case "!" -> {}
            default -> name(name, at);
        }
    }

    private void open(String name, int at, String sigil) {
        name(name, at);
        boolean again = open.stream().anyMatch(section -> section.name().equals(name)) && TemplateNames.isList(name);
        if (again && sigil.equals("#")) {
            problem(at, "TEMPLATE-NESTING", "list " + name + " inside itself (expected: once)");
        }
        if (open.size() == MAX_DEPTH) {
            problem(at, "TEMPLATE-NESTING", "more than " + MAX_DEPTH + " sections inside each other");
        }
        open.push(new Open(name, at));
    }

    private void close(String name, int at) {
        if (open.isEmpty() || !open.peek().name().equals(name)) {
            String expected =
                    open.isEmpty() ? "no closing tag" : "{{/" + open.peek().name() + "}}";
            problem(at, "TEMPLATE-SECTION", "{{/" + name + "}} closes nothing (expected: " + expected + ")");
            return;
        }
        open.pop();
    }

    private void part(String name, int at) {
        if (!parts.contains(name)) {
            problem(
                    at,
                    "TEMPLATE-PART",
                    "part \"" + shortened(name) + "\" is unknown (" + TemplateNames.suggestion(name, parts) + ")");
        }
    }

    private void name(String name, int at) {
        List<String> sections = open.stream().map(Open::name).toList();
        Set<String> known = TemplateNames.knownIn(sections);
        if (!known.contains(name)) {
            problem(
                    at,
                    "TEMPLATE-NAME",
                    "\"" + shortened(name) + "\" is unknown (" + TemplateNames.suggestion(name, known) + ")");
        }
    }

    private void html() {
        Matcher active = ACTIVE.matcher(source);
        while (active.find()) {
            problem(
                    active.start(),
                    "TEMPLATE-ACTIVE",
                    "\"" + active.group().strip() + "\" (expected: nothing that runs, embeds or loads)");
        }
        Matcher unquoted = UNQUOTED.matcher(source);
        while (unquoted.find()) {
            problem(unquoted.start(), "TEMPLATE-UNQUOTED", "a value without quotes (expected: =\"{{name}}\")");
        }
        Matcher address = ADDRESS.matcher(source);
        while (address.find()) {
            String value = address.group(3) != null ? address.group(3) : address.group(4);
            if (value == null || !isLink(value.strip())) {
                problem(
                        address.start(),
                        "TEMPLATE-LINK",
                        address.group(1)
                                + " (expected: {{link}}, {{picture}}, {{logo}}, mailto:{{support}}, or a fixed https address)");
            }
        }
    }

    private static boolean isLink(String value) {
        Matcher tag = TAG.matcher(value);
        if (tag.matches()) {
            return TemplateNames.isLink(tag.group(3));
        }
        return value.equals("mailto:{{support}}") || LITERAL_LINK.matcher(value).matches();
    }

    private void problem(int at, String code, String text) {
        if (problems.size() < 100) {
            problems.add(TemplateProblem.at(source, at, code, text));
        }
    }

    private static String shortened(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60) + "...";
    }
}
