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
import org.modestcrm.segment.Operator.Holds;
import org.modestcrm.segment.Operator.Shape;

/**
 * The comparisons of the standard rule language. To add one: a constant, its name in {@link #builtIn}, its rows in
 * OperatorsTest, its row in docs/operators.md.
 */
public final class Operators {
    private static final Set<FactType> ORDERED = EnumSet.of(TEXT, NUMBER, MONEY, DATE, INSTANT);
    private static final Set<FactType> EQUATABLE = EnumSet.of(TEXT, NUMBER, MONEY, DATE, INSTANT, FLAG);
    private static final Set<FactType> DATED = EnumSet.of(DATE, INSTANT);

    /** The value is there and not blank. */
    public static final Operator IS_SET = Operator.named("IS SET", "IS NOT SET")
            .takes(Shape.NONE)
            .comparing(EnumSet.allOf(FactType.class))
            .says("is known", "a une valeur")
            .saysNot("is not known", "n'a pas de valeur")
            .holds((known, asked, context) -> !(known instanceof String text && text.isBlank()));

    /** The same value; 250.0 is 250.00, a day is any instant of it. */
    public static final Operator EQUAL = Operator.named("=", "!=")
            .comparing(EQUATABLE)
            .says("is {0}", "est {0}")
            .saysNot("is not {0}", "n'est pas {0}")
            .holds((known, asked, context) -> Values.compare(known, asked.get(0)) == 0);

    /** One of the values. */
    public static final Operator IN = Operator.named("IN", "NOT IN")
            .takes(Shape.LIST)
            .comparing(EQUATABLE)
            .says("is one of {*}", "fait partie de {*}")
            .saysNot("is none of {*}", "ne fait pas partie de {*}")
            .holds((known, asked, context) -> Values.isAmong(known, asked));

    /** Smaller, earlier, or before it by code point. */
    public static final Operator BELOW = Operator.named("<", "NOT <")
            .comparing(ORDERED)
            .says("is below {0}", "vaut moins de {0}")
            .saysNot("is not below {0}", "ne vaut pas moins de {0}")
            .saysOfDays("is before {0}", "est avant le {0}")
            .saysNotOfDays("is not before {0}", "n'est pas avant le {0}")
            .holds((known, asked, context) -> Values.compare(known, asked.get(0)) < 0);

    /** At most. */
    public static final Operator AT_MOST = Operator.named("<=", "NOT <=")
            .comparing(ORDERED)
            .says("is at most {0}", "vaut au plus {0}")
            .saysNot("is not at most {0}", "ne vaut pas au plus {0}")
            .saysOfDays("is on or before {0}", "est le {0} ou avant")
            .saysNotOfDays("is not on or before {0}", "n'est pas le {0} ou avant")
            .holds((known, asked, context) -> Values.compare(known, asked.get(0)) <= 0);

    /** Greater, later, or after it by code point. */
    public static final Operator ABOVE = Operator.named(">", "NOT >")
            .comparing(ORDERED)
            .says("is above {0}", "dépasse {0}")
            .saysNot("is not above {0}", "ne dépasse pas {0}")
            .saysOfDays("is after {0}", "est après le {0}")
            .saysNotOfDays("is not after {0}", "n'est pas après le {0}")
            .holds((known, asked, context) -> Values.compare(known, asked.get(0)) > 0);

    /** At least. */
    public static final Operator AT_LEAST = Operator.named(">=", "NOT >=")
            .comparing(ORDERED)
            .says("is at least {0}", "vaut au moins {0}")
            .saysNot("is not at least {0}", "ne vaut pas au moins {0}")
            .saysOfDays("is on or after {0}", "est le {0} ou après")
            .saysNotOfDays("is not on or after {0}", "n'est pas le {0} ou après")
            .holds((known, asked, context) -> Values.compare(known, asked.get(0)) >= 0);

    /** Between two bounds, both included. */
    public static final Operator BETWEEN = Operator.named("BETWEEN", "NOT BETWEEN")
            .takes(Shape.RANGE)
            .comparing(ORDERED)
            .says("is between {0} and {1}", "est entre {0} et {1}")
            .saysNot("is not between {0} and {1}", "n'est pas entre {0} et {1}")
            .holds((known, asked, context) ->
                    Values.compare(known, asked.get(0)) >= 0 && Values.compare(known, asked.get(1)) <= 0);

    /** The text begins so, letter for letter. */
    public static final Operator STARTS_WITH = Operator.named("STARTS WITH", "NOT STARTS WITH")
            .comparing(EnumSet.of(TEXT))
            .says("starts with {0}", "commence par {0}")
            .saysNot("does not start with {0}", "ne commence pas par {0}")
            .holds((known, asked, context) ->
                    known.toString().startsWith(asked.get(0).toString()));

    /** The text ends so, letter for letter. */
    public static final Operator ENDS_WITH = Operator.named("ENDS WITH", "NOT ENDS WITH")
            .comparing(EnumSet.of(TEXT))
            .says("ends with {0}", "finit par {0}")
            .saysNot("does not end with {0}", "ne finit pas par {0}")
            .holds((known, asked, context) ->
                    known.toString().endsWith(asked.get(0).toString()));

    /** The text has it somewhere, letter for letter. */
    public static final Operator CONTAINS = Operator.named("CONTAINS", "NOT CONTAINS")
            .comparing(EnumSet.of(TEXT))
            .says("contains {0}", "contient {0}")
            .saysNot("does not contain {0}", "ne contient pas {0}")
            .holds((known, asked, context) ->
                    known.toString().contains(asked.get(0).toString()));

    /** Yes. */
    public static final Operator IS_TRUE = Operator.named("IS TRUE", "IS NOT TRUE")
            .takes(Shape.NONE)
            .comparing(EnumSet.of(FLAG))
            .says("is true", "vaut vrai")
            .saysNot("is not true", "ne vaut pas vrai")
            .holds((known, asked, context) -> Boolean.TRUE.equals(known));

    /** No, and said so. */
    public static final Operator IS_FALSE = Operator.named("IS FALSE", "IS NOT FALSE")
            .takes(Shape.NONE)
            .comparing(EnumSet.of(FLAG))
            .says("is false", "vaut faux")
            .saysNot("is not false", "ne vaut pas faux")
            .holds((known, asked, context) -> Boolean.FALSE.equals(known));

    /** From 00:00 that many days (weeks, months, years) before today until now; with hours, that long back. */
    public static final Operator IN_LAST = Operator.named("IN LAST", "NOT IN LAST")
            .comparing(DATED)
            .says("is within the last {0}", "remonte à moins de {0}")
            .saysNot("is not within the last {0}", "ne remonte pas à moins de {0}")
            .holdsWithin(TimeWindow.LAST);

    /** From now until the end of the day that many days (weeks, months, years) after today; with hours, that long. */
    public static final Operator IN_NEXT = Operator.named("IN NEXT", "NOT IN NEXT")
            .comparing(DATED)
            .says("is within the next {0}", "tombe d'ici {0}")
            .saysNot("is not within the next {0}", "ne tombe pas d'ici {0}")
            .holdsWithin(TimeWindow.NEXT);

    /** Its day of the year comes, today or within that many days. */
    public static final Operator ANNIVERSARY_IN_NEXT = Operator.named("ANNIVERSARY IN NEXT", "NOT ANNIVERSARY IN NEXT")
            .comparing(EnumSet.of(DATE, INSTANT, BIRTHDAY))
            .says("has its anniversary within the next {0}", "a son anniversaire d'ici {0}")
            .saysNot("does not have its anniversary within the next {0}", "n'a pas son anniversaire d'ici {0}")
            .holdsWithin(Anniversary.NEXT);

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

    /** How a window of time is turned into bounds, asked, and told when it lets go. */
    interface Windowing extends Operator.Preparation, Operator.Horizon, Holds {}
}
