package org.modestcrm.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modestcrm.consent.Consent;
import org.modestcrm.consent.ConsentStatus;
import org.modestcrm.consent.Purpose;
import org.modestcrm.customer.BirthDate;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.money.Money;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderLine;
import org.modestcrm.order.OrderNumber;
import org.modestcrm.segment.EvaluationContext.LeapDay;

/** Random customers and rules full of time, looked at from many moments. */
class HorizonProperties {
    private static final int TRIALS = Boolean.getBoolean("modestcrm.long") ? 2_500 : 25;
    private static final Duration GRID = Duration.ofHours(1);
    private static final int STEPS = 24 * 45;
    private static final List<String> ZONES =
            List.of("Europe/London", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo", "Asia/Kathmandu");
    private static final List<String> STARTS =
            List.of("2018-02-01", "2018-10-20", "2024-02-10", "2026-03-01", "2026-10-10", "2025-12-15");
    private static final List<String> CONDITIONS = List.of(
            "orders(placed IN LAST %d DAYS).count >= 1",
            "orders(placed IN LAST %d HOURS).count = 0",
            "orders(placed IN LAST 1 MONTHS).sum(total) > %d EUR",
            "orders(placed NOT IN LAST %d DAYS).count >= 2",
            "orders(placed IN LAST 3 WEEKS OR total > %d EUR).max(total) > 50 EUR",
            "orders().last(placed) IN LAST %d DAYS",
            "orders().count BETWEEN 2 AND %d",
            "orders().median(total) < %d EUR",
            "birthday ANNIVERSARY IN NEXT %d DAYS",
            "birthday NOT ANNIVERSARY IN NEXT 2 WEEKS",
            "CONSENT email FOR newsletter IS GRANTED",
            "CONSENT email FOR newsletter IS WITHDRAWN",
            "orders().first(placed) ANNIVERSARY IN NEXT %d DAYS",
            "orders().last(placed) IN NEXT %d DAYS",
            "orders(placed IN THIS MONTH).count > 0",
            "orders(placed IN PREVIOUS WEEK).count > 0",
            "orders().max(placed) IN FOLLOWING 2 WEEKS",
            "daysSince(orders().last(placed)) > %d",
            "age(birthday) >= %d",
            "orders(total > 20 EUR) THEN orders() WITHIN %d DAYS",
            "orders() THEN orders() WITHIN 90 HOURS WITHOUT orders(total > %d EUR, placed IN LAST 20 DAYS)",
            "orders(placed IN LAST 50 DAYS) IN 2 OF 5 WEEKS",
            "orders() IN 1 OF %d DAYS",
            "orders().overdue(placed) > 1.5",
            "IN SEGMENT 'base'",
            "lines(placed IN LAST %d DAYS, quantity > 1).distinct(sku) >= 1");

    record Trial(Segments<CustomerHistory> segments, CustomerHistory history, EvaluationContext context) {
        Memberships at(Instant moment) {
            return segments.at(context.withNow(moment)).of(history);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void memberships_stay_as_they_are_until_the_instant_they_are_said_to_hold(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TRIALS; i++) {
            Trial trial = trial(random);
            Instant from = trial.context().now();
            Instant end = from.plus(GRID.multipliedBy(STEPS));
            Memberships now = trial.at(from);
            for (Instant moment = from; moment.isBefore(end); moment = moment.plus(GRID)) {
                while (!moment.isBefore(until(now))) {
                    Instant until = until(now);
                    assertThat(until).as("seed %s, trial %s", seed, i).isAfter(from);
                    assertThat(trial.at(until.minusNanos(1)).segments()).isEqualTo(now.segments());
                    from = until;
                    now = trial.at(until);
                }
                assertThat(trial.at(moment).segments())
                        .as("seed %s, trial %s at %s, said at %s to hold until %s", seed, i, moment, from, until(now))
                        .isEqualTo(now.segments());
            }
        }
    }

    private static Instant until(Memberships memberships) {
        return memberships.validUntil().orElse(Instant.MAX);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void what_is_dated_after_the_moment_does_not_matter(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TRIALS; i++) {
            Trial trial = trial(random);
            Instant moment = trial.context().now().plus(Duration.ofHours(random.nextInt(STEPS)));
            CustomerHistory known = until(trial.history(), moment);
            Trial then = new Trial(trial.segments(), known, trial.context());

            assertThat(trial.at(moment).segments())
                    .as("seed %s, trial %s at %s", seed, i, moment)
                    .isEqualTo(then.at(moment).segments());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void not_and_de_morgan_hold_whatever_is_missing(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TRIALS; i++) {
            Rule a = Rule.parse(condition(random, "base"));
            Rule b = Rule.parse(condition(random, "base"));
            CustomerHistory history = trial(random).history();
            EvaluationContext context =
                    EvaluationContext.at(Instant.parse("2026-03-15T12:00:00Z"), ZoneId.of("Europe/London"));
            SegmentEvaluator<CustomerHistory> all = Segments.of(
                            CustomerHistory.facts(),
                            Segment.of("base", "country = 'FR'"),
                            Segment.of("a", a),
                            Segment.of("not-a", a.not()),
                            Segment.of("not-all", Rule.all(List.of(a, b)).not()),
                            Segment.of("any-not", Rule.any(List.of(a.not(), b.not()))),
                            Segment.of("not-any", Rule.any(List.of(a, b)).not()),
                            Segment.of("all-not", Rule.all(List.of(a.not(), b.not()))))
                    .at(context);

            Set<String> in = all.of(history).segments();

            String what = "seed %s, trial %s: %s, %s".formatted(seed, i, a.text(), b.text());
            assertThat(in.contains("a")).as(what).isEqualTo(!in.contains("not-a"));
            assertThat(in.contains("not-all")).as(what).isEqualTo(in.contains("any-not"));
            assertThat(in.contains("not-any")).as(what).isEqualTo(in.contains("all-not"));
        }
    }

    private static CustomerHistory until(CustomerHistory all, Instant moment) {
        Predicate<Order> ordered = order -> !order.placedAt().isAfter(moment);
        Predicate<Consent> said = consent -> !consent.at().isAfter(moment);
        return new CustomerHistory(
                all.customer(),
                all.orders().stream().filter(ordered).toList(),
                all.refunds(),
                all.interactions(),
                all.consents().stream().filter(said).toList());
    }

    static Trial trial(Random random) {
        ZoneId zone = ZoneId.of(any(random, ZONES));
        Instant now = LocalDate.parse(any(random, STARTS))
                .atTime(random.nextInt(24), 15 * random.nextInt(4))
                .atZone(zone)
                .toInstant();
        LeapDay policy = any(random, List.of(LeapDay.values()));
        Rule rule = rule(random);
        Segments<CustomerHistory> segments = Segments.of(
                CustomerHistory.facts(),
                Segment.of("s", rule),
                Segment.of("base", condition(random, "deep")),
                Segment.of("deep", "orders(placed IN LAST 10 DAYS).count > 0"));
        return new Trial(
                segments, history(random, now), EvaluationContext.at(now, zone).withLeapDay(policy));
    }

    private static Rule rule(Random random) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 2 + random.nextInt(3); i > 0; i--) {
            Rule one = Rule.parse(condition(random, "base"));
            rules.add(random.nextInt(3) == 0 ? one.not() : one);
        }
        Rule some = Rule.any(List.of(rules.get(0), rules.get(1)));
        rules.set(0, random.nextBoolean() ? some : some.not());
        return random.nextBoolean() ? Rule.all(rules) : Rule.any(rules);
    }

    private static String condition(Random random, String segment) {
        return any(random, CONDITIONS).formatted(1 + random.nextInt(40)).replace("'base'", "'" + segment + "'");
    }

    private static CustomerHistory history(Random random, Instant now) {
        return history(CustomerId.of("c-1"), random, now);
    }

    static CustomerHistory history(CustomerId id, Random random, Instant now) {
        Customer.Builder customer = Customer.builder(id);
        birthDate(random).ifPresent(customer::birthDate);
        List<Order> orders = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            orders.add(order(random, i, around(random, now)));
        }
        List<Consent> consents = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            consents.add(consent(random, id, around(random, now)));
        }
        consents.sort(Comparator.comparing(Consent::at));
        return new CustomerHistory(customer.build(), orders, List.of(), List.of(), consents);
    }

    private static Instant around(Random random, Instant now) {
        return now.plus(Duration.ofMinutes(15L * (random.nextInt(4 * 24 * 100) - 4 * 24 * 60)));
    }

    private static Optional<BirthDate> birthDate(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(BirthDate.withoutYear(MonthDay.of(2, 29)));
            default -> Optional.of(BirthDate.of(LocalDate.of(1980, 1, 1).plusDays(random.nextInt(366))));
        };
    }

    private static Order order(Random random, int number, Instant at) {
        Money price = Money.of(String.valueOf(1 + random.nextInt(60)), "EUR");
        return Order.builder(OrderNumber.of("o-" + number), Money.currencyOf("EUR"))
                .placedAt(at)
                .line(new OrderLine("sku-" + random.nextInt(3), "thing", 1 + random.nextInt(3), price))
                .build();
    }

    private static Consent consent(Random random, CustomerId id, Instant at) {
        Consent.Builder consent = Consent.builder(id, Channel.EMAIL, Purpose.NEWSLETTER)
                .status(any(random, List.of(ConsentStatus.values())))
                .at(at);
        return random.nextBoolean()
                ? consent.build()
                : consent.expiresAt(at.plus(Duration.ofHours(1 + random.nextInt(900))))
                        .build();
    }

    private static <T> T any(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
