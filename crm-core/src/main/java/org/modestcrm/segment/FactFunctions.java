package org.modestcrm.segment;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.modestcrm.customer.BirthDate;

/**
 * What the standard rule language works out of one value. To add one: a constant, its name in {@link #builtIn}, its rows
 * in FactFunctionsTest, its row in docs/operators.md.
 */
public final class FactFunctions {
    private static final Set<FactType> DATED = EnumSet.of(FactType.DATE, FactType.INSTANT);
    private static final Set<FactType> TEXT = EnumSet.of(FactType.TEXT);
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** The text in small letters; what it is compared with as well. */
    public static final FactFunction LOWER = FactFunction.named("lower")
            .of(TEXT)
            .says("{0} (in any case)", "{0} (sans égard à la casse)")
            .folds(text -> text.toLowerCase(Locale.ROOT));

    /** The text in small letters without accents; what it is compared with as well. */
    public static final FactFunction PLAIN = FactFunction.named("plain")
            .of(TEXT)
            .says("{0} (in any case, accents aside)", "{0} (sans égard à la casse ni aux accents)")
            .folds(FactFunctions::plain);

    /** How many characters a text has, by code point. */
    public static final FactFunction LENGTH = FactFunction.named("length")
            .of(TEXT)
            .says("length of {0}", "la longueur {de 0}")
            .computes((text, context) ->
                    number(text.toString().codePointCount(0, text.toString().length())));

    /** How many there are in a list. */
    public static final FactFunction SIZE = FactFunction.named("size")
            .of(EnumSet.of(FactType.LIST))
            .says("size of {0}", "la taille {de 0}")
            .computes((list, context) -> number(((Collection<?>) list).size()));

    /** Full years since a day of birth; missing where its year is not known or still to come. */
    public static final FactFunction AGE = FactFunction.named("age")
            .of(EnumSet.of(FactType.DATE, FactType.BIRTHDAY))
            .says("age by {0}", "l'âge selon {0}")
            .changing((birth, context) ->
                    Days.start(Anniversary.nextFrom(context.today().plusDays(1), birth, context), context.zone()))
            .computes(FactFunctions::age);

    /** The hour of the day in the zone, 0 to 23. */
    public static final FactFunction HOUR = FactFunction.named("hour")
            .of(EnumSet.of(FactType.INSTANT))
            .says("hour of {0}", "l'heure {de 0}")
            .computes((at, context) ->
                    number(((Instant) at).atZone(context.zone()).getHour()));

    /** The day of the week: {@code 'MONDAY'} to {@code 'SUNDAY'}. */
    public static final FactFunction WEEKDAY = FactFunction.named("weekday")
            .of(DATED)
            .choosing(Arrays.stream(DayOfWeek.values()).map(Enum::name).collect(Collectors.toCollection(TreeSet::new)))
            .says("day of the week of {0}", "le jour de la semaine {de 0}")
            .computes((at, context) -> day(at, context).getDayOfWeek().name());

    /** The month of the year, 1 to 12. */
    public static final FactFunction MONTH = FactFunction.named("month")
            .of(DATED)
            .says("month of {0}", "le mois {de 0}")
            .computes((at, context) -> number(day(at, context).getMonthValue()));

    /** How many days of the calendar ago; below 0 for what comes. */
    public static final FactFunction DAYS_SINCE = FactFunction.named("daysSince")
            .of(DATED)
            .says("days since {0}", "le nombre de jours depuis {0}")
            .changing((at, context) -> context.endOfToday())
            .computes((at, context) -> number(ChronoUnit.DAYS.between(day(at, context), context.today())));

    private FactFunctions() {}

    /**
     * All of them; the parser and docs/operators.md read this list.
     *
     * @return each once
     */
    public static List<FactFunction> builtIn() {
        return List.of(LOWER, PLAIN, LENGTH, SIZE, AGE, HOUR, WEEKDAY, MONTH, DAYS_SINCE);
    }

    /** The function of a name in any case. */
    static Optional<FactFunction> named(String name) {
        return builtIn().stream()
                .filter(function -> function.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static BigDecimal number(long value) {
        return BigDecimal.valueOf(value);
    }

    private static LocalDate day(Object at, EvaluationContext context) {
        return at instanceof LocalDate day ? day : Days.of((Instant) at, context.zone());
    }

    private static String plain(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        return MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static @Nullable Object age(Object known, EvaluationContext context) {
        LocalDate birth = known instanceof BirthDate date ? date.date().orElse(null) : (LocalDate) known;
        if (birth == null || birth.isAfter(context.today())) {
            return null;
        }
        int years = context.today().getYear() - birth.getYear();
        LocalDate thisYear = Anniversary.nextFrom(context.today().withDayOfYear(1), known, context);
        return number(thisYear.isAfter(context.today()) ? years - 1 : years);
    }
}
