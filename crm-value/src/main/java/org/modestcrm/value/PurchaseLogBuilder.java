package org.modestcrm.value;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.money.Money;
import org.modestcrm.money.Rates;
import org.modestcrm.order.OrderView;
import org.modestcrm.order.Refund;

/** Collects orders and refunds for a {@link PurchaseLog}. For one thread. */
public final class PurchaseLogBuilder {
    private static final int NOBODY = -1;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private final Currency currency;
    private final ZoneId zone;
    private final Instant asOf;
    private final Map<CustomerId, Integer> index = new HashMap<>();
    private final LogInput orders = new LogInput();
    private final LogInput refunds = new LogInput();
    private long[] refundNames = new long[16];
    private Rates rates = Rates.none();
    private ZeroAmounts zeroAmounts = ZeroAmounts.LEFT_OUT;
    private Predicate<CustomerId> leftOut = id -> false;
    private long anonymousOrders;
    private long anonymousAmount;
    private long withoutAmount;
    private long afterAsOf;

    PurchaseLogBuilder(Currency currency, ZoneId zone, Instant asOf) {
        this.currency = currency;
        this.zone = zone;
        this.asOf = asOf;
    }

    /**
     * Sets the rates that amounts of other currencies are converted by, at their own day. Without them such an amount is
     * refused.
     *
     * @param value the shop's rates
     * @return this
     */
    public PurchaseLogBuilder rates(Rates value) {
        rates = value;
        return this;
    }

    /**
     * Sets whether an order that cost nothing is a purchase.
     *
     * @param value {@link ZeroAmounts#LEFT_OUT} unless set
     * @return this
     */
    public PurchaseLogBuilder zeroAmounts(ZeroAmounts value) {
        zeroAmounts = value;
        return this;
    }

    /**
     * Leaves out customers who do not want to be scored: they are in no figure, no fit and no output. Set it before the
     * first order is added.
     *
     * @param value tells whom
     * @return this
     */
    public PurchaseLogBuilder leavingOut(Predicate<CustomerId> value) {
        leftOut = value;
        return this;
    }

    /**
     * Adds an order.
     *
     * @param order of any class
     * @return this
     * @throws ValueRefusedException when its currency has no rate, its amount is too large or its day out of range
     */
    public PurchaseLogBuilder add(OrderView order) {
        if (order.customer().filter(leftOut).isPresent() || isLate(order.placedAt())) {
            return this;
        }
        int day = day(order.placedAt(), "order " + order.number());
        long amount = micros(order.total(), day, "order " + order.number());
        if (amount == 0 && zeroAmounts == ZeroAmounts.LEFT_OUT) {
            withoutAmount++;
        } else if (order.customer().isEmpty()) {
            anonymousOrders++;
            anonymousAmount = Micros.plus(anonymousAmount, amount);
        } else {
            orders.add(intern(order.customer().get()), order.placedAt().getEpochSecond(), day, amount);
            orders.describe(LogInput.hash(order.number().value()), order.lines());
        }
        return this;
    }

    /**
     * Adds orders.
     *
     * @param all of any class; read to the end
     * @return this
     * @throws ValueRefusedException as for one order
     */
    public PurchaseLogBuilder addAll(Stream<? extends OrderView> all) {
        all.forEach(this::add);
        return this;
    }

    /**
     * Adds a refund.
     *
     * @param refund what went back
     * @return this
     * @throws ValueRefusedException when its currency has no rate, its amount is too large or its day out of range
     */
    public PurchaseLogBuilder add(Refund refund) {
        if (refund.customer().filter(leftOut).isPresent() || isLate(refund.at())) {
            return this;
        }
        int day = day(refund.at(), "refund " + refund.number());
        long amount = micros(refund.amount(), day, "refund " + refund.number());
        refunds.add(
                refund.customer().map(this::intern).orElse(NOBODY), refund.at().getEpochSecond(), day, amount);
        boolean sameCurrency = refund.amount().currency().equals(currency);
        refunds.describe(LogInput.hash(refund.number().value()), sameCurrency ? refund.lines() : List.of());
        name(refund.order().map(number -> LogInput.hash(number.value())).orElse(0L));
        return this;
    }

    /**
     * Adds refunds.
     *
     * @param all what went back; read to the end
     * @return this
     * @throws ValueRefusedException as for one refund
     */
    public PurchaseLogBuilder refundAll(Stream<Refund> all) {
        all.forEach(this::add);
        return this;
    }

    /**
     * Adds a purchase of which only the day is known, as in files of customer, date and amount.
     *
     * @param customer who
     * @param on the day in the zone of the log
     * @param amount what it brought; below 0 it is a refund
     * @return this
     * @throws ValueRefusedException when its currency has no rate, its amount is too large or its day out of range
     */
    public PurchaseLogBuilder add(CustomerId customer, LocalDate on, Money amount) {
        Instant at = on.atStartOfDay(zone).toInstant();
        if (leftOut.test(customer) || isLate(at)) {
            return this;
        }
        int day = day(at, "purchase of customer " + customer);
        long micros = micros(amount, day, "purchase of customer " + customer);
        if (micros < 0) {
            refunds.add(intern(customer), at.getEpochSecond(), day, -micros);
            name(0);
        } else if (micros == 0 && zeroAmounts == ZeroAmounts.LEFT_OUT) {
            withoutAmount++;
        } else {
            orders.add(intern(customer), at.getEpochSecond(), day, micros);
        }
        return this;
    }

    private void name(long hash) {
        if (refunds.size() > refundNames.length) {
            refundNames = Arrays.copyOf(refundNames, refundNames.length * 2);
        }
        refundNames[refunds.size() - 1] = hash;
    }

    private boolean isLate(Instant at) {
        boolean late = !at.isBefore(asOf);
        afterAsOf += late ? 1 : 0;
        return late;
    }

    private int intern(CustomerId customer) {
        return index.computeIfAbsent(customer, id -> index.size());
    }

    private int day(Instant at, String what) {
        LocalDate day = at.atZone(zone).toLocalDate();
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            throw new ValueRefusedException(
                    Refusal.VALUE_DAY_OUT_OF_RANGE,
                    what + ": dated " + day + " (expected: " + EARLIEST + " to " + LATEST + ")");
        }
        return Math.toIntExact(day.toEpochDay());
    }

    private long micros(Money amount, int day, String what) {
        if (amount.currency().equals(currency)) {
            return Micros.of(amount);
        }
        LocalDate on = LocalDate.ofEpochDay(day);
        return Micros.of(rates.convert(amount, currency, on)
                .orElseThrow(() -> new ValueRefusedException(
                        Refusal.VALUE_CURRENCY_MIXED,
                        what + ": in " + amount.currency() + " without a rate of " + on + " (expected: " + currency
                                + ", or a rate: PurchaseLogBuilder.rates)")));
    }

    /**
     * The log.
     *
     * @return never null; it may hold nobody
     * @throws ValueRefusedException when two orders of a customer have one number, or a sum is too large
     */
    public PurchaseLog build() {
        CustomerId[] byIndex = new CustomerId[index.size()];
        index.forEach((id, i) -> byIndex[i] = id);
        Integer[] sorted = IntStream.range(0, byIndex.length).boxed().toArray(Integer[]::new);
        Arrays.sort(sorted, Comparator.comparing(i -> byIndex[i]));
        int[] rank = new int[byIndex.length];
        CustomerId[] ids = new CustomerId[byIndex.length];
        for (int i = 0; i < sorted.length; i++) {
            rank[sorted[i]] = i;
            ids[i] = byIndex[sorted[i]];
        }
        int[] places = orders.sorted(rank);
        int[] start = starts(places, rank);
        refuseTwice(places, start, ids);
        Netting netting = net(places, start, rank);
        LogReport report = new LogReport(
                anonymousOrders,
                Micros.money(anonymousAmount, currency),
                withoutAmount,
                afterAsOf,
                netting.unmatched());
        return new PurchaseLog(merge(places, start, ids, netting), currency, zone, asOf, report);
    }

    private int[] starts(int[] places, int[] rank) {
        int[] start = new int[rank.length + 1];
        for (int order : places) {
            start[rank[orders.customer(order)] + 1]++;
        }
        for (int c = 0; c < rank.length; c++) {
            start[c + 1] += start[c];
        }
        return start;
    }

    private void refuseTwice(int[] places, int[] start, CustomerId[] ids) {
        for (int c = 0; c < ids.length; c++) {
            long[] numbers = Arrays.stream(places, start[c], start[c + 1])
                    .mapToLong(orders::number)
                    .filter(number -> number != 0)
                    .sorted()
                    .toArray();
            for (int i = 1; i < numbers.length; i++) {
                if (numbers[i] == numbers[i - 1]) {
                    throw new ValueRefusedException(
                            Refusal.VALUE_ORDER_TWICE,
                            "customer " + ids[c] + ": two orders of one number (expected: each order once)");
                }
            }
        }
    }

    /** In an order of their own, so that the one they came in makes no difference. */
    private Netting net(int[] places, int[] start, int[] rank) {
        Netting netting = new Netting(orders, places, refunds, Arrays.copyOf(refundNames, refunds.size()));
        IntStream.range(0, refunds.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(refunds::second)
                        .thenComparingLong(refunds::amount)
                        .thenComparingLong(refunds::number))
                .forEach(refund -> {
                    int who = refunds.customer(refund);
                    if (who == NOBODY) {
                        netting.netAnonymous(refund, refundNames[refund]);
                    } else {
                        netting.net(refund, refundNames[refund], start[rank[who]], start[rank[who] + 1]);
                    }
                });
        return netting;
    }

    /** Makes one entry of the orders of a customer's day. */
    private Columns merge(int[] places, int[] start, CustomerId[] ids, Netting netting) {
        CustomerId[] buyers = new CustomerId[ids.length];
        int[] from = new int[ids.length + 1];
        Entries all = Entries.ofLength(places.length);
        int customers = 0;
        int entries = 0;
        for (int c = 0; c < ids.length; c++) {
            int first = entries;
            for (int place = start[c]; place < start[c + 1]; place++) {
                int order = places[place];
                if (entries == first || all.day()[entries - 1] != orders.day(order)) {
                    all.day()[entries++] = orders.day(order);
                }
                all.orders()[entries - 1]++;
                all.gross()[entries - 1] = Micros.plus(all.gross()[entries - 1], orders.amount(order));
                all.refunded()[entries - 1] = Micros.plus(all.refunded()[entries - 1], netting.refunded(place));
            }
            if (entries > first) {
                buyers[customers] = ids[c];
                from[++customers] = entries;
            }
        }
        return new Columns(
                Arrays.copyOf(buyers, customers), Arrays.copyOf(from, customers + 1), all.shortenedTo(entries));
    }

    /** The entries of a log: day, orders, amount bought, amount gone back. */
    @SuppressWarnings("ArrayRecordComponent") // hands columns over once; never compared
    record Entries(int[] day, int[] orders, long[] gross, long[] refunded) {
        static Entries ofLength(int length) {
            return new Entries(new int[length], new int[length], new long[length], new long[length]);
        }

        Entries shortenedTo(int length) {
            return new Entries(
                    Arrays.copyOf(day, length),
                    Arrays.copyOf(orders, length),
                    Arrays.copyOf(gross, length),
                    Arrays.copyOf(refunded, length));
        }
    }

    /** The columns of a log: customers, where the entries of each start, and the entries. */
    @SuppressWarnings("ArrayRecordComponent") // hands columns over once; never compared
    record Columns(CustomerId[] ids, int[] start, Entries entries) {
        int[] day() {
            return entries.day();
        }

        int[] orders() {
            return entries.orders();
        }

        long[] gross() {
            return entries.gross();
        }

        long[] refunded() {
            return entries.refunded();
        }
    }
}
