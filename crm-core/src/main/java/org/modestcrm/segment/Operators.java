package org.modestcrm.segment;

import static org.modestcrm.segment.FactType.BIRTHDAY;
import static org.modestcrm.segment.FactType.DATE;
import static org.modestcrm.segment.FactType.FLAG;
import static org.modestcrm.segment.FactType.INSTANT;
import static org.modestcrm.segment.FactType.MONEY;
import static org.modestcrm.segment.FactType.NUMBER;
import static org.modestcrm.segment.FactType.TEXT;

import java.util.Collection;
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
    private static final Set<FactType> LISTS = EnumSet.of(FactType.LIST);
    private static final Set<FactType> DATED = EnumSet.of(DATE, INSTANT);

    /** The value is there, no blank text and no empty list. */
    public static final Operator IS_SET = Operator.named("IS SET", "IS NOT SET")
            .takes(Shape.NONE)
            .comparing(EnumSet.allOf(FactType.class))
            .says("is known", "a une valeur")
            .saysNot("is not known", "n'a pas de valeur")
            .holds((known, asked, context) -> !(known instanceof String text && text.isBlank())
                    && !(known instanceof Collection<?> list && list.isEmpty()));

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

    /** The text fits a pattern: % is any text, _ any character, \\ takes the next as it is. */
    public static final Operator LIKE = Operator.named("LIKE", "NOT LIKE")
            .takes(Shape.PATTERN)
            .says("is like {0}", "ressemble à {0}")
            .saysNot("is not like {0}", "ne ressemble pas à {0}")
            .preparing(
                    (asked, context) -> List.of(LikePattern.parse(asked.get(0).toString())))
            .holds((known, asked, context) -> ((LikePattern) asked.get(0)).matches(known.toString()));

    /** The whole text fits a regular expression, which takes time in proportion to the text. */
    public static final Operator MATCHES = Operator.named("MATCHES", "NOT MATCHES")
            .takes(Shape.PATTERN)
            .says("matches {0}", "correspond à {0}")
            .saysNot("does not match {0}", "ne correspond pas à {0}")
            .preparing(
                    (asked, context) -> List.of(LinearPattern.parse(asked.get(0).toString())))
            .holds((known, asked, context) -> ((LinearPattern) asked.get(0)).matches(known.toString()));

    /** The list has the text in it. */
    public static final Operator HAS = Operator.named("HAS", "NOT HAS")
            .comparing(LISTS)
            .says("has {0}", "contient {0}")
            .saysNot("does not have {0}", "ne contient pas {0}")
            .holds((known, asked, context) -> ((Collection<?>) known).contains(asked.get(0)));

    /** The list has at least one of them in it. */
    public static final Operator HAS_ANY = Operator.named("HAS ANY", "HAS NONE")
            .takes(Shape.LIST)
            .comparing(LISTS)
            .says("has any of {*}", "contient au moins une valeur parmi {*}")
            .saysNot("has none of {*}", "ne contient aucune valeur parmi {*}")
            .holds((known, asked, context) -> asked.stream().anyMatch(((Collection<?>) known)::contains));

    /** The list has all of them in it. */
    public static final Operator HAS_ALL = Operator.named("HAS ALL", "NOT HAS ALL")
            .takes(Shape.LIST)
            .comparing(LISTS)
            .says("has all of {*}", "contient toutes les valeurs parmi {*}")
            .saysNot("does not have all of {*}", "ne contient pas toutes les valeurs parmi {*}")
            .holds((known, asked, context) -> ((Collection<?>) known).containsAll(asked));

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
            .holdsWithin(Shape.SPAN, TimeWindow.LAST);

    /** From now until the end of the day that many days (weeks, months, years) after today; with hours, that long. */
    public static final Operator IN_NEXT = Operator.named("IN NEXT", "NOT IN NEXT")
            .comparing(DATED)
            .says("is within the next {0}", "tombe d'ici {0}")
            .saysNot("is not within the next {0}", "ne tombe pas d'ici {0}")
            .holdsWithin(Shape.SPAN, TimeWindow.NEXT);

    /** Within the day, week, month or year of now; with a number that many of them, this one first. */
    public static final Operator IN_THIS = Operator.named("IN THIS", "NOT IN THIS")
            .comparing(DATED)
            .says("is within this {0}", "est dans la période en cours ({0})")
            .saysNot("is not within this {0}", "n'est pas dans la période en cours ({0})")
            .holdsWithin(Shape.PERIOD, PeriodWindow.THIS);

    /** Within the whole days, weeks, months or years before this one. */
    public static final Operator IN_PREVIOUS = Operator.named("IN PREVIOUS", "NOT IN PREVIOUS")
            .comparing(DATED)
            .says("is within the previous {0}", "est dans la période précédente ({0})")
            .saysNot("is not within the previous {0}", "n'est pas dans la période précédente ({0})")
            .holdsWithin(Shape.PERIOD, PeriodWindow.PREVIOUS);

    /** Within the whole days, weeks, months or years after this one. */
    public static final Operator IN_FOLLOWING = Operator.named("IN FOLLOWING", "NOT IN FOLLOWING")
            .comparing(DATED)
            .says("is within the following {0}", "est dans la période suivante ({0})")
            .saysNot("is not within the following {0}", "n'est pas dans la période suivante ({0})")
            .holdsWithin(Shape.PERIOD, PeriodWindow.FOLLOWING);

    /** Its day of the year comes, today or within that many days. */
    public static final Operator ANNIVERSARY_IN_NEXT = Operator.named("ANNIVERSARY IN NEXT", "NOT ANNIVERSARY IN NEXT")
            .comparing(EnumSet.of(DATE, INSTANT, BIRTHDAY))
            .says("has its anniversary within the next {0}", "a son anniversaire d'ici {0}")
            .saysNot("does not have its anniversary within the next {0}", "n'a pas son anniversaire d'ici {0}")
            .holdsWithin(Shape.SPAN, Anniversary.NEXT);

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
                LIKE,
                MATCHES,
                HAS,
                HAS_ANY,
                HAS_ALL,
                IS_TRUE,
                IS_FALSE,
                IN_LAST,
                IN_NEXT,
                IN_THIS,
                IN_PREVIOUS,
                IN_FOLLOWING,
                ANNIVERSARY_IN_NEXT);
    }

    /** How a window of time is turned into bounds, asked, and told when it lets go. */
    interface Windowing extends Operator.Preparation, Operator.Horizon, Holds {}
}
