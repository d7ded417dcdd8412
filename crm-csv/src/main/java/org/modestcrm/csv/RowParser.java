package org.modestcrm.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.modestcrm.csv.ReadProblem.Code;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.money.Money;
import org.modestcrm.order.OrderLine;
import org.modestcrm.order.OrderNumber;

/** From the fields of a row to an {@link OrderRow}, or to the reason why not. */
final class RowParser {
    private static final int MAX_CACHED = 100_000;

    private final OrderCsv settings;
    private final Map<OrderColumn, Integer> positions = new EnumMap<>(OrderColumn.class);
    private final int columns;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Money> prices = new HashMap<>();
    private final Map<String, CustomerId> customers = new HashMap<>();
    private final Map<String, @Nullable PostalAddress> addresses = new HashMap<>();

    RowParser(OrderCsv settings, String file, CsvRecord header) {
        this.settings = settings;
        this.columns = header.getFieldCount();
        StringBuilder missing = new StringBuilder();
        for (OrderColumn column : OrderColumn.values()) {
            int position =
                    header.getFields().stream().map(String::strip).toList().indexOf(settings.nameOf(column));
            positions.put(column, position);
            if (position < 0 && column != OrderColumn.COUNTRY && column != OrderColumn.DESCRIPTION) {
                missing.append(missing.isEmpty() ? "" : ", ").append(settings.nameOf(column));
            }
        }
        if (!missing.isEmpty()) {
            throw new CsvException(file + ", line 1: no column " + missing + " (found: "
                    + shortened(String.join(", ", header.getFields()), 200)
                    + "; name the columns of this file with OrderCsv.Builder.column)");
        }
    }

    OrderRow parse(CsvRecord row) throws RefusedRow {
        if (row.getFieldCount() != columns) {
            throw new RefusedRow(new ReadProblem(
                    row.getStartingLineNumber(),
                    "",
                    Code.CSV_FIELD_COUNT,
                    row.getFieldCount() + " columns (expected: " + columns + " as in the header)"));
        }
        OrderNumber number = value(row, OrderColumn.ORDER_NUMBER, Code.CSV_TEXT, OrderNumber::of);
        int quantity = value(row, OrderColumn.QUANTITY, Code.CSV_QUANTITY, RowParser::quantity);
        Money price = value(row, OrderColumn.UNIT_PRICE, Code.CSV_PRICE, this::price);
        OrderRow.Kind kind = kind(row, number, quantity, price);
        String sku = value(row, OrderColumn.SKU, Code.CSV_TEXT, this::text);
        String description = value(row, OrderColumn.DESCRIPTION, Code.CSV_TEXT, this::text);
        OrderLine product = value(
                row,
                OrderColumn.SKU,
                Code.CSV_TEXT,
                field -> new OrderLine(
                        sku, description, Math.abs(quantity), price.isNegative() ? price.negated() : price));
        Instant at = value(row, OrderColumn.PLACED_AT, Code.CSV_DATE, this::instant);
        return new OrderRow(row.getStartingLineNumber(), number, kind, product, at, customer(row), address(row));
    }

    private OrderRow.Kind kind(CsvRecord row, OrderNumber number, int quantity, Money price) throws RefusedRow {
        boolean cancellation =
                !settings.cancellationPrefix().isEmpty() && number.value().startsWith(settings.cancellationPrefix());
        if (price.isNegative() && quantity < 0) {
            throw refused(
                    row,
                    OrderColumn.QUANTITY,
                    Code.CSV_SIGN,
                    "quantity " + quantity + " and price " + price.amount().toPlainString()
                            + " are both negative (expected: at most one of them)");
        }
        if (cancellation && quantity > 0 && !price.isNegative()) {
            throw refused(
                    row,
                    OrderColumn.QUANTITY,
                    Code.CSV_SIGN,
                    "cancellation " + number + " has quantity " + quantity + " (expected: a negative one)");
        }
        if (cancellation) {
            return OrderRow.Kind.CANCELLATION;
        }
        return quantity < 0 || price.isNegative() ? OrderRow.Kind.CORRECTION : OrderRow.Kind.SALE;
    }

    private @Nullable CustomerId customer(CsvRecord row) throws RefusedRow {
        String id = field(row, OrderColumn.CUSTOMER);
        if (id.isEmpty()) {
            return null;
        }
        return value(row, OrderColumn.CUSTOMER, Code.CSV_TEXT, text -> cached(customers, text, CustomerId::of));
    }

    private @Nullable PostalAddress address(CsvRecord row) throws RefusedRow {
        String country = field(row, OrderColumn.COUNTRY);
        if (!addresses.containsKey(country)) {
            if (addresses.size() >= MAX_CACHED) {
                addresses.clear();
            }
            addresses.put(
                    country,
                    value(row, OrderColumn.COUNTRY, Code.CSV_TEXT, Countries::address)
                            .orElse(null));
        }
        return addresses.get(country);
    }

    private <T> T value(CsvRecord row, OrderColumn column, Code code, Function<String, T> parse) throws RefusedRow {
        try {
            return parse.apply(field(row, column));
        } catch (IllegalArgumentException e) {
            throw refused(row, column, code, e.getMessage() == null ? code.toString() : e.getMessage());
        }
    }

    private RefusedRow refused(CsvRecord row, OrderColumn column, Code code, String sentence) {
        return new RefusedRow(new ReadProblem(row.getStartingLineNumber(), settings.nameOf(column), code, sentence));
    }

    private String field(CsvRecord row, OrderColumn column) {
        int position = positions.getOrDefault(column, -1);
        return position < 0 ? "" : row.getField(position).strip();
    }

    private static int quantity(String text) {
        try {
            int quantity = Integer.parseInt(text);
            if (quantity != 0 && quantity != Integer.MIN_VALUE) {
                return quantity;
            }
        } catch (NumberFormatException e) {
            // told below, with the values that are expected
        }
        throw new IllegalArgumentException(
                "quantity \"" + shortened(text, 40) + "\" (expected: a whole number other than 0)");
    }

    private Money price(String text) {
        return cached(prices, text, this::parsePrice);
    }

    private Money parsePrice(String text) {
        if (text.length() > 40 || !text.matches("-?[0-9]+(\\.[0-9]+)?")) {
            throw new IllegalArgumentException(
                    "price \"" + shortened(text, 40) + "\" (expected: a decimal number with a point, such as 2.55)");
        }
        return Money.of(new BigDecimal(text), settings.currency());
    }

    private Instant instant(String text) {
        for (DateTimeFormatter format : settings.dateFormats()) {
            try {
                TemporalAccessor parsed = format.parseBest(text, LocalDateTime::from, LocalDate::from);
                LocalDateTime local = parsed instanceof LocalDate day ? day.atStartOfDay() : LocalDateTime.from(parsed);
                return local.atZone(settings.zone()).toInstant();
            } catch (DateTimeException e) {
                // the next format may fit
            }
        }
        throw new IllegalArgumentException("date \"" + shortened(text, 40)
                + "\" (expected: a form such as 2010-12-01 08:26:00, or one given with OrderCsv.Builder.dateFormat)");
    }

    private String text(String text) {
        return cached(texts, text, String::valueOf);
    }

    /** One object for equal texts: products, prices and customers return on every row. */
    private static <T> T cached(Map<String, T> cache, String text, Function<String, T> make) {
        T known = cache.get(text);
        if (known != null) {
            return known;
        }
        T made = make.apply(text);
        if (cache.size() >= MAX_CACHED) {
            cache.clear();
        }
        cache.put(text, made);
        return made;
    }

    private static String shortened(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max) + "...";
    }
}
