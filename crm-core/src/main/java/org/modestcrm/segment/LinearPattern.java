package org.modestcrm.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A regular expression that takes time in proportion to the text, whatever it says: all its ways are walked at once
 * (Thompson, Regular Expression Search Algorithm, CACM 11(6), 1968). It has characters, {@code .}, {@code [a-z]},
 * {@code [^a]}, {@code \d \w \s} and their opposites, {@code ( ) | * + ?} and {@code {2,5}}, and matches the whole text.
 * Immutable.
 */
final class LinearPattern {
    private static final int MAX_STATES = 5_000;
    private static final int MAX_DEPTH = 50;

    private final List<State> states = new ArrayList<>();
    private final String pattern;
    private int at;
    private int depth;

    /** A step: over a character that fits, or, without one, to both next states at once. */
    private static final class State {
        private final IntPredicate over;
        private final boolean consumes;
        private int next;
        private int other;

        State(IntPredicate over, boolean consumes) {
            this.over = over;
            this.consumes = consumes;
        }
    }

    /** A part of the expression, to be put into the states as often as it is repeated; gives its first state. */
    private interface Part {
        int into(int next);
    }

    private final int start;

    private LinearPattern(String pattern) {
        this.pattern = pattern;
        Part whole = alternatives();
        if (at < pattern.length()) {
            throw wrong("nothing behind an unopened )");
        }
        int end = add(new State(c -> false, true));
        this.start = whole.into(end);
    }

    static LinearPattern parse(String pattern) {
        return new LinearPattern(pattern);
    }

    private IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException("pattern at position " + (at + 1) + " (expected: " + expected + ")");
    }

    private int add(State state) {
        if (states.size() >= MAX_STATES) {
            throw new IllegalArgumentException(
                    "pattern of more than " + MAX_STATES + " steps (expected: fewer repeats)");
        }
        states.add(state);
        return states.size() - 1;
    }

    private int split(int next, int other) {
        int split = add(new State(c -> false, false));
        states.get(split).next = next;
        states.get(split).other = other;
        return split;
    }

    private Part alternatives() {
        if (++depth > MAX_DEPTH) {
            throw wrong("at most " + MAX_DEPTH + " brackets within each other");
        }
        Part part = sequence();
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            Part left = part;
            Part right = sequence();
            part = next -> split(left.into(next), right.into(next));
        }
        depth--;
        return part;
    }

    private Part sequence() {
        List<Part> parts = new ArrayList<>();
        while (at < pattern.length() && "|)".indexOf(pattern.charAt(at)) < 0) {
            parts.add(repeated(atom()));
        }
        return next -> {
            int first = next;
            for (int i = parts.size() - 1; i >= 0; i--) {
                first = parts.get(i).into(first);
            }
            return first;
        };
    }

    private Part repeated(Part one) {
        if (at == pattern.length()) {
            return one;
        }
        return switch (pattern.charAt(at)) {
            case '*' -> times(one, 0, -1);
            case '+' -> times(one, 1, -1);
            case '?' -> times(one, 0, 1);
            case '{' -> counted(one);
            default -> one;
        };
    }

    private Part counted(Part one) {
        int end = pattern.indexOf('}', at);
        String[] bounds =
                end < 0 ? new String[0] : pattern.substring(at + 1, end).split(",", -1);
        boolean fits = bounds.length > 0
                && bounds.length < 3
                && bounds[0].matches("[0-9]{1,4}")
                && bounds[bounds.length - 1].matches("[0-9]{0,4}");
        if (!fits) {
            throw wrong("{2}, {2,} or {2,5}");
        }
        int least = Integer.parseInt(bounds[0]);
        String last = bounds[bounds.length - 1];
        int most = last.isEmpty() ? -1 : Integer.parseInt(last);
        if (most >= 0 && most < least) {
            throw wrong("{2}, {2,} or {2,5}");
        }
        at = end;
        return times(one, least, most);
    }

    /** At least so many times and at most; without end where most is below 0. */
    private Part times(Part one, int least, int most) {
        at++;
        return next -> {
            int first = most < 0 ? loop(one, next) : next;
            for (int i = least; i < most; i++) {
                first = split(one.into(first), next);
            }
            return chained(one, least, first);
        };
    }

    /** What puts in nothing is put in once. */
    private static int chained(Part one, int times, int next) {
        int first = next;
        for (int i = 0; i < times; i++) {
            int before = first;
            first = one.into(before);
            if (first == before) {
                return first;
            }
        }
        return first;
    }

    private int loop(Part one, int next) {
        int again = split(next, next);
        states.get(again).next = one.into(again);
        return again;
    }

    private Part atom() {
        char c = pattern.charAt(at);
        if (c == '(') {
            at++;
            Part inner = alternatives();
            if (at == pattern.length()) {
                throw wrong(")");
            }
            at++;
            return inner;
        }
        if ("*+?{".indexOf(c) >= 0) {
            throw wrong("something to repeat before " + c);
        }
        IntPredicate over = c == '[' ? set() : c == '.' ? any() : character();
        return next -> {
            int state = add(new State(over, true));
            states.get(state).next = next;
            return state;
        };
    }

    private IntPredicate any() {
        at++;
        return point -> true;
    }

    private IntPredicate character() {
        if (pattern.charAt(at) == '\\') {
            return escaped();
        }
        int wanted = point();
        return point -> point == wanted;
    }

    private int point() {
        int point = pattern.codePointAt(at);
        at += Character.charCount(point);
        return point;
    }

    private IntPredicate escaped() {
        if (++at == pattern.length()) {
            throw wrong("a character after \\");
        }
        int wanted = point();
        IntPredicate kind = switch (Character.toLowerCase(wanted)) {
            case 'd' -> point -> point >= '0' && point <= '9';
            case 'w' -> point -> Character.isLetterOrDigit(point) || point == '_';
            case 's' -> Character::isWhitespace;
            default -> point -> point == wanted;
        };
        return "DWS".indexOf(wanted) >= 0 ? kind.negate() : kind;
    }

    private IntPredicate set() {
        at++;
        boolean negative = at < pattern.length() && pattern.charAt(at) == '^';
        at += negative ? 1 : 0;
        IntPredicate all = point -> false;
        do {
            if (at == pattern.length()) {
                throw wrong("]");
            }
            all = all.or(range());
        } while (at == pattern.length() || pattern.charAt(at) != ']');
        at++;
        return negative ? all.negate() : all;
    }

    private IntPredicate range() {
        if (pattern.charAt(at) == '\\') {
            return escaped();
        }
        int from = point();
        if (at + 1 < pattern.length() && pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']') {
            at++;
            int to = point();
            if (to < from) {
                throw wrong("a range that goes upwards");
            }
            return point -> point >= from && point <= to;
        }
        return point -> point == from;
    }

    boolean matches(String text) {
        Walk walk = new Walk(states);
        walk.begin(start);
        text.codePoints().forEach(walk::over);
        return walk.isAtEnd();
    }

    /** All ways through the states at once. For one text. */
    private static final class Walk {
        private final List<State> states;
        private final int[] seen;
        private int[] now;
        private int[] then;
        private int count;
        private int reached;
        private int step;

        Walk(List<State> states) {
            this.states = states;
            this.seen = new int[states.size()];
            this.now = new int[states.size()];
            this.then = new int[states.size()];
        }

        void begin(int start) {
            step++;
            follow(start);
            turn();
        }

        void over(int point) {
            step++;
            for (int i = 0; i < count; i++) {
                State state = states.get(now[i]);
                if (state.over.test(point)) {
                    follow(state.next);
                }
            }
            turn();
        }

        private void turn() {
            int[] swap = now;
            now = then;
            then = swap;
            count = reached;
            reached = 0;
        }

        /** Adds every state that is reached without a character; each once a step. */
        private void follow(int index) {
            if (seen[index] == step) {
                return;
            }
            seen[index] = step;
            State state = states.get(index);
            if (state.consumes) {
                then[reached++] = index;
            } else {
                follow(state.next);
                follow(state.other);
            }
        }

        /** The end was put in first. */
        boolean isAtEnd() {
            for (int i = 0; i < count; i++) {
                if (now[i] == 0) {
                    return true;
                }
            }
            return false;
        }
    }
}
