package org.modestcrm.value;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.money.Money;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderHistory;
import org.modestcrm.order.Refund;

/**
 * The purchase days of every customer up to an instant: what all figures of this package are computed from.
 *
 * <pre>{@code
 * PurchaseLog log = PurchaseLog.builder(Money.currencyOf("EUR"), ZoneId.of("Europe/Paris"), asOf)
 *     .addAll(orders)      // any class that is an OrderView
 *     .refundAll(refunds)
 *     .build();
 * }</pre>
 *
 * <p>Orders of one customer on one day of the zone are one purchase day; their amounts are added. What went back is taken
 * off the day of the order it belongs to (the one the refund names; else the latest earlier one with the same product,
 * price and quantity, or the same amount; else the customer's last earlier one) and never makes a purchase day. Amounts
 * are kept to the millionth. A purchase day takes 16 bytes. The order in which things were added makes no difference.
 * Immutable, thread-safe.
 */
public final class PurchaseLog {
    private final Currency currency;
    private final ZoneId zone;
    private final Instant asOf;
    private final CustomerId[] ids;
    private final int[] start;
    private final int[] day;
    private final int[] orders;
    private final long[] gross;
    private final int[] refundedAt;
    private final long[] refunded;
    private final LogReport report;

    PurchaseLog(PurchaseLogBuilder.Columns from, Currency currency, ZoneId zone, Instant asOf, LogReport report) {
        this.currency = currency;
        this.zone = zone;
        this.asOf = asOf;
        this.ids = from.ids();
        this.start = from.start();
        this.day = from.day();
        this.orders = from.orders();
        this.gross = from.gross();
        long[] back = from.refunded();
        this.refundedAt =
                IntStream.range(0, back.length).filter(i -> back[i] != 0).toArray();
        this.refunded = Arrays.stream(refundedAt).mapToLong(i -> back[i]).toArray();
        this.report = report;
    }

    private PurchaseLog(PurchaseLog from, PurchaseLogBuilder.Columns part, Instant asOf) {
        this(part, from.currency, from.zone, asOf, from.report);
    }

    /**
     * Begins a log.
     *
     * @param currency of all its amounts
     * @param zone whose days count
     * @param asOf the instant it ends at; what is dated then or later is left out
     * @return a builder that needs nothing more
     */
    public static PurchaseLogBuilder builder(Currency currency, ZoneId zone, Instant asOf) {
        return new PurchaseLogBuilder(currency, zone, asOf);
    }

    /**
     * The log of an order history.
     *
     * @param history orders and refunds
     * @param currency of all amounts
     * @param zone whose days count
     * @param asOf the instant the log ends at
     * @return never null
     * @throws ValueRefusedException when an order is in another currency
     */
    public static PurchaseLog of(OrderHistory history, Currency currency, ZoneId zone, Instant asOf) {
        PurchaseLogBuilder builder = builder(currency, zone, asOf);
        try (Stream<Order> orders = history.orders();
                Stream<Refund> refunds = history.refunds()) {
            return builder.addAll(orders).refundAll(refunds).build();
        }
    }

    /**
     * The same log as it would have been on an earlier day. Refunds keep the day of their order, those made later too.
     *
     * @param toExclusive the first day that does not belong to it
     * @return without the customers who had not bought yet
     */
    public PurchaseLog before(LocalDate toExclusive) {
        Instant end = toExclusive.atStartOfDay(zone).toInstant();
        if (!end.isBefore(asOf)) {
            return this;
        }
        return new PurchaseLog(this, new LogCut(this, Math.toIntExact(toExclusive.toEpochDay())).columns(), end);
    }

    /**
     * Who bought.
     *
     * @return by id
     */
    public List<CustomerId> customers() {
        return Collections.unmodifiableList(Arrays.asList(ids));
    }

    /**
     * What one customer bought.
     *
     * @param customer who
     * @return empty when nothing
     */
    public Optional<CustomerPurchases> of(CustomerId customer) {
        int index = indexOf(customer);
        if (index < 0) {
            return Optional.empty();
        }
        List<LocalDate> days = new ArrayList<>();
        for (int i = start[index]; i < start[index + 1]; i++) {
            days.add(LocalDate.ofEpochDay(day[i]));
        }
        return Optional.of(new CustomerPurchases(
                customer, days, orders(index), money(amount(index, Revenue.GROSS)), money(amount(index, Revenue.NET))));
    }

    /**
     * How many orders known customers placed.
     *
     * @return 0 or more
     */
    public long orders() {
        return Arrays.stream(orders).asLongStream().sum();
    }

    /**
     * How many purchase days there are, over all customers.
     *
     * @return 0 or more
     */
    public int purchaseDays() {
        return day.length;
    }

    /**
     * What known customers brought.
     *
     * @param revenue which amount
     * @return exact
     */
    public Money revenue(Revenue revenue) {
        long sum = 0;
        for (int c = 0; c < ids.length; c++) {
            sum = Micros.plus(sum, amount(c, revenue));
        }
        return money(sum);
    }

    /**
     * What was left out.
     *
     * @return counts by reason
     */
    public LogReport report() {
        return report;
    }

    /**
     * The instant it ends at.
     *
     * @return never null
     */
    public Instant asOf() {
        return asOf;
    }

    /**
     * The last day that belongs to it, wholly or in part.
     *
     * @return the day of the last moment before {@link #asOf()}
     */
    public LocalDate lastDay() {
        return asOf.minusNanos(1).atZone(zone).toLocalDate();
    }

    /**
     * The currency of all amounts.
     *
     * @return never null
     */
    public Currency currency() {
        return currency;
    }

    /**
     * Whose days count.
     *
     * @return never null
     */
    public ZoneId zone() {
        return zone;
    }

    /**
     * A digest of all purchases, to tell whether the data are still the same.
     *
     * @return 64 hexadecimal digits, SHA-256
     */
    public String fingerprint() {
        MessageDigest digest = sha256();
        ByteBuffer buffer = ByteBuffer.allocate(28);
        digest.update((currency.getCurrencyCode() + " " + lastDay()).getBytes(StandardCharsets.UTF_8));
        for (int c = 0; c < ids.length; c++) {
            digest.update(ids[c].value().getBytes(StandardCharsets.UTF_8));
            digest.update(buffer.clear().putInt(start[c + 1] - start[c]).flip());
            for (int i = start[c]; i < start[c + 1]; i++) {
                buffer.clear().putInt(day[i]).putInt(orders[i]);
                digest.update(buffer.putLong(gross[i]).putLong(net(i)).flip());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing (expected: every Java platform has it)", e);
        }
    }

    int size() {
        return ids.length;
    }

    CustomerId id(int index) {
        return ids[index];
    }

    int indexOf(CustomerId customer) {
        return Arrays.binarySearch(ids, customer);
    }

    int start(int index) {
        return start[index];
    }

    int end(int index) {
        return start[index + 1];
    }

    int day(int entry) {
        return day[entry];
    }

    int firstDay(int index) {
        return day[start[index]];
    }

    int lastDay(int index) {
        return day[start[index + 1] - 1];
    }

    int lastEpochDay() {
        return Math.toIntExact(lastDay().toEpochDay());
    }

    int ordersOn(int entry) {
        return orders[entry];
    }

    int orders(int index) {
        int sum = 0;
        for (int i = start[index]; i < start[index + 1]; i++) {
            sum += orders[i];
        }
        return sum;
    }

    long gross(int entry) {
        return gross[entry];
    }

    long net(int entry) {
        int at = Arrays.binarySearch(refundedAt, entry);
        return at < 0 ? gross[entry] : gross[entry] - refunded[at];
    }

    long amountOn(int entry, Revenue revenue) {
        return revenue == Revenue.GROSS ? gross[entry] : net(entry);
    }

    long amount(int index, Revenue revenue) {
        long sum = 0;
        for (int i = start[index]; i < start[index + 1]; i++) {
            sum = Micros.plus(sum, amountOn(i, revenue));
        }
        return sum;
    }

    Money money(long micros) {
        return Micros.money(micros, currency);
    }

    /** Customers and purchase days, no names. */
    @Override
    public String toString() {
        return "purchase log of " + ids.length + " customers, " + day.length + " purchase days, as of " + asOf;
    }
}
