package org.modestcrm.segment;

import static org.modestcrm.segment.FactType.BIRTHDAY;
import static org.modestcrm.segment.FactType.DATE;
import static org.modestcrm.segment.FactType.FLAG;
import static org.modestcrm.segment.FactType.INSTANT;
import static org.modestcrm.segment.FactType.MONEY;
import static org.modestcrm.segment.FactType.NUMBER;
import static org.modestcrm.segment.FactType.TEXT;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.modestcrm.segment.Operator.Definition;
import org.modestcrm.segment.Operator.Holds;
import org.modestcrm.segment.Operator.Shape;
import org.modestcrm.segment.Operator.Timing;

/**
 * The comparisons of the standard rule language. To add one: a constant, its name in {@link #builtIn}, its rows in
 * OperatorsTest, its row in docs/operators.md.
 */
public final class Operators {
    private static final Set<FactType> ORDERED = EnumSet.of(TEXT, NUMBER, MONEY, DATE, INSTANT);
    private static final Set<FactType> EQUATABLE = EnumSet.of(TEXT, NUMBER, MONEY, DATE, INSTANT, FLAG);
    private static final Set<FactType> DATED = EnumSet.of(DATE, INSTANT);

    /** The value is there and not blank. */
    public static final Operator IS_SET = plain(
            "IS SET",
            "IS NOT SET",
            Shape.NONE,
            EnumSet.allOf(FactType.class),
            (known, asked, context) -> !(known instanceof String text && text.isBlank()),
            new Wording("is known", "is not known", "est connu", "n'est pas connu"));

    /** The same value; 250.0 is 250.00, a day is any instant of it. */
    public static final Operator EQUAL = plain(
            "=",
            "!=",
            Shape.ONE,
            EQUATABLE,
            (known, asked, context) -> Values.compare(known, asked.get(0)) == 0,
            new Wording("is {0}", "is not {0}", "est {0}", "n'est pas {0}"));

    /** One of the values. */
    public static final Operator IN = plain(
            "IN",
            "NOT IN",
            Shape.LIST,
            EQUATABLE,
            (known, asked, context) -> Values.isAmong(known, asked),
            new Wording("is one of {*}", "is none of {*}", "fait partie de {*}", "ne fait pas partie de {*}"));

    /** Smaller, earlier, or before it by code point. */
    public static final Operator BELOW = plain(
            "<",
            "NOT <",
            Shape.ONE,
            ORDERED,
            (known, asked, context) -> Values.compare(known, asked.get(0)) < 0,
            new Wording("is below {0}", "is not below {0}", "est inférieur à {0}", "n'est pas inférieur à {0}"));

    /** At most. */
    public static final Operator AT_MOST = plain(
            "<=",
            "NOT <=",
            Shape.ONE,
            ORDERED,
            (known, asked, context) -> Values.compare(known, asked.get(0)) <= 0,
            new Wording("is at most {0}", "is not at most {0}", "est au plus {0}", "n'est pas au plus {0}"));

    /** Greater, later, or after it by code point. */
    public static final Operator ABOVE = plain(
            ">",
            "NOT >",
            Shape.ONE,
            ORDERED,
            (known, asked, context) -> Values.compare(known, asked.get(0)) > 0,
            new Wording("is above {0}", "is not above {0}", "est supérieur à {0}", "n'est pas supérieur à {0}"));

    /** At least. */
    public static final Operator AT_LEAST = plain(
            ">=",
            "NOT >=",
            Shape.ONE,
            ORDERED,
            (known, asked, context) -> Values.compare(known, asked.get(0)) >= 0,
            new Wording("is at least {0}", "is not at least {0}", "est au moins {0}", "n'est pas au moins {0}"));

    /** Between two bounds, both included. */
    public static final Operator BETWEEN = plain(
            "BETWEEN",
            "NOT BETWEEN",
            Shape.RANGE,
            ORDERED,
            (known, asked, context) ->
                    Values.compare(known, asked.get(0)) >= 0 && Values.compare(known, asked.get(1)) <= 0,
            new Wording(
                    "is between {0} and {1}",
                    "is not between {0} and {1}", "est entre {0} et {1}", "n'est pas entre {0} et {1}"));

    /** The text begins so, letter for letter. */
    public static final Operator STARTS_WITH = plain(
            "STARTS WITH",
            "NOT STARTS WITH",
            Shape.ONE,
            EnumSet.of(TEXT),
            (known, asked, context) -> known.toString().startsWith(asked.get(0).toString()),
            new Wording("starts with {0}", "does not start with {0}", "commence par {0}", "ne commence pas par {0}"));

    /** The text ends so, letter for letter. */
    public static final Operator ENDS_WITH = plain(
            "ENDS WITH",
            "NOT ENDS WITH",
            Shape.ONE,
            EnumSet.of(TEXT),
            (known, asked, context) -> known.toString().endsWith(asked.get(0).toString()),
            new Wording("ends with {0}", "does not end with {0}", "finit par {0}", "ne finit pas par {0}"));

    /** The text has it somewhere, letter for letter. */
    public static final Operator CONTAINS = plain(
            "CONTAINS",
            "NOT CONTAINS",
            Shape.ONE,
            EnumSet.of(TEXT),
            (known, asked, context) -> known.toString().contains(asked.get(0).toString()),
            new Wording("contains {0}", "does not contain {0}", "contient {0}", "ne contient pas {0}"));

    /** Yes. */
    public static final Operator IS_TRUE = plain(
            "IS TRUE",
            "IS NOT TRUE",
            Shape.NONE,
            EnumSet.of(FLAG),
            (known, asked, context) -> Boolean.TRUE.equals(known),
            new Wording("is true", "is not true", "est vrai", "n'est pas vrai"));

    /** No, and said so. */
    public static final Operator IS_FALSE = plain(
            "IS FALSE",
            "IS NOT FALSE",
            Shape.NONE,
            EnumSet.of(FLAG),
            (known, asked, context) -> Boolean.FALSE.equals(known),
            new Wording("is false", "is not false", "est faux", "n'est pas faux"));

    /** From 00:00 that many days (weeks, months, years) before today until now; with hours, that long back. */
    public static final Operator IN_LAST = timed(
            "IN LAST",
            DATED,
            TimeWindow.LAST,
            new Wording(
                    "is within the last {0}",
                    "is not within the last {0}", "date de moins de {0}", "ne date pas de moins de {0}"));

    /** From now until the end of the day that many days (weeks, months, years) after today; with hours, that long. */
    public static final Operator IN_NEXT = timed(
            "IN NEXT",
            DATED,
            TimeWindow.NEXT,
            new Wording(
                    "is within the next {0}",
                    "is not within the next {0}", "vient dans moins de {0}", "ne vient pas dans moins de {0}"));

    /** Its day of the year comes, today or within that many days. */
    public static final Operator ANNIVERSARY_IN_NEXT = timed(
            "ANNIVERSARY IN NEXT",
            EnumSet.of(DATE, INSTANT, BIRTHDAY),
            Anniversary.NEXT,
            new Wording(
                    "has its anniversary within the next {0}",
                    "does not have its anniversary within the next {0}",
                    "a son anniversaire dans moins de {0}",
                    "n'a pas son anniversaire dans moins de {0}"));

    private Operators() {}

    /**
     * All of them, without their complements; the parser and docs/operators.md read this list.
     *
     * @return each once
     */
    public static List<Operator> builtIn() {
        return List.of(
                IS_SET,
                EQUAL,
                IN,
                BELOW,
                AT_MOST,
                ABOVE,
                AT_LEAST,
                BETWEEN,
                STARTS_WITH,
                ENDS_WITH,
                CONTAINS,
                IS_TRUE,
                IS_FALSE,
                IN_LAST,
                IN_NEXT,
                ANNIVERSARY_IN_NEXT);
    }

    private static Operator plain(
            String keyword, String complement, Shape shape, Set<FactType> types, Holds holds, Wording wording) {
        return Operator.define(keyword, complement, new Definition(shape, types, holds, Timing.NONE, wording));
    }

    /** How a window of time is turned into bounds, asked, and told when it lets go. */
    interface Windowing extends Operator.Preparation, Operator.Horizon, Holds {}

    private static Operator timed(String keyword, Set<FactType> types, Windowing window, Wording wording) {
        return Operator.define(
                keyword,
                "NOT " + keyword,
                new Definition(Shape.SPAN, types, window, new Timing(window, window), wording));
    }
}
