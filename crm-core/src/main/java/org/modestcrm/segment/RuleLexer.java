package org.modestcrm.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.modestcrm.segment.RuleToken.Kind;

/** Cuts the text of a rule into tokens. For one thread. */
final class RuleLexer {
    private static final Pattern MOMENT =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?Z");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,60}(\\.[0-9]{1,40})?");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*(\\.[\\p{L}_][\\p{L}\\p{N}_]*)*");
    private static final Pattern SYMBOL = Pattern.compile("!=|<>|<=|>=|[=<>(),.]");

    private final String text;
    private final RuleLimits limits;
    private final List<RuleToken> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;

    RuleLexer(String text, RuleLimits limits) {
        this.text = text;
        this.limits = limits;
    }

    List<RuleToken> tokens() {
        if (text.length() > limits.maxChars()) {
            throw failure(
                    RuleProblem.Code.RULE_LIMIT,
                    text.length() + " characters",
                    "at most " + limits.maxChars() + ", RuleLimits.maxChars");
        }
        skipBlanks();
        while (at < text.length()) {
            next();
            skipBlanks();
        }
        tokens.add(new RuleToken(Kind.END, "", place()));
        return tokens;
    }

    private void skipBlanks() {
        while (at < text.length()) {
            if (text.startsWith("--", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                skipComment();
            } else if (Character.isWhitespace(text.charAt(at))) {
                step();
            } else {
                return;
            }
        }
    }

    private void skipComment() {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            throw failure(RuleProblem.Code.RULE_SYNTAX, "a comment without end", "*/");
        }
        while (at < end + 2) {
            step();
        }
    }

    private void step() {
        if (text.charAt(at++) == '\n') {
            line++;
            lineStart = at;
        }
    }

    private void next() {
        char c = text.charAt(at);
        if (c == '\'') {
            quoted(Kind.TEXT, '\'');
        } else if (c == '`') {
            quoted(Kind.QUOTED_NAME, '`');
        } else if (!(take(Kind.MOMENT, MOMENT)
                || take(Kind.DAY, DAY)
                || take(Kind.NUMBER, NUMBER)
                || take(Kind.WORD, WORD)
                || take(Kind.SYMBOL, SYMBOL))) {
            throw failure(
                    RuleProblem.Code.RULE_SYNTAX,
                    "the character U+" + String.format("%04X", text.codePointAt(at)),
                    "a name, a number, a 'text', an operator or a bracket");
        }
    }

    private boolean take(Kind kind, Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return false;
        }
        tokens.add(new RuleToken(kind, matcher.group(), place()));
        at = matcher.end();
        return true;
    }

    /** A quote within is written twice. */
    private void quoted(Kind kind, char quote) {
        Place start = place();
        StringBuilder value = new StringBuilder();
        int i = at + 1;
        while (true) {
            int end = text.indexOf(quote, i);
            if (end < 0) {
                throw failure(RuleProblem.Code.RULE_SYNTAX, "a quote without end", "a closing " + quote);
            }
            value.append(text, i, end);
            if (end + 1 >= text.length() || text.charAt(end + 1) != quote) {
                while (at <= end) {
                    step();
                }
                tokens.add(new RuleToken(kind, value.toString(), start));
                return;
            }
            value.append(quote);
            i = end + 2;
        }
    }

    private Place place() {
        return Place.of(line, at - lineStart + 1);
    }

    private RuleSyntaxException failure(RuleProblem.Code code, String found, String expected) {
        return new RuleSyntaxException(code, place(), new RuleSyntaxException.Mismatch(found, expected, ""));
    }
}
