package org.modestcrm.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads order lines, one per row, from a CSV file (RFC 4180, UTF-8, header line), plain or gzipped.
 *
 * <pre>{@code
 * OrderCsv orders = OrderCsv.builder(Money.currencyOf("GBP"), ZoneId.of("Europe/London"))
 *     .column(OrderColumn.ORDER_NUMBER, "order_id")
 *     .build();
 * ReadReport report = orders.read(Path.of("orders.csv.gz"), OrderSink.into(crm));
 * }</pre>
 *
 * <p>Rows of one number make one order. What goes back (a negative quantity or price, or a number with the cancellation
 * prefix) makes a {@link org.modestcrm.order.Refund} of that number, dated on its own day, with positive amounts. Rows
 * without customer make anonymous orders. A row that cannot be used is reported, never dropped in silence, and the file
 * goes on. Reading streams: memory holds the open orders, the customers, and the numbers seen. Immutable, thread-safe.
 */
public final class OrderCsv {
    private static final int MAX_FIELD_CHARS = 1 << 20;

    private final Currency currency;
    private final ZoneId zone;
    private final Map<OrderColumn, String> columns;
    private final List<DateTimeFormatter> dateFormats;
    private final String cancellationPrefix;
    private final char separator;
    private final int rowsApart;
    private final long maxBytes;
    private final LongConsumer progress;

    private OrderCsv(Builder from) {
        this.currency = from.currency;
        this.zone = from.zone;
        this.columns = Map.copyOf(from.columns);
        this.dateFormats = List.copyOf(from.dateFormats);
        this.cancellationPrefix = from.cancellationPrefix;
        this.separator = from.separator;
        this.rowsApart = from.rowsApart;
        this.maxBytes = from.maxBytes;
        this.progress = from.progress;
    }

    /**
     * Begins a reader for files with the columns of the UCI Online Retail set.
     *
     * @param currency of all prices in the file
     * @param zone of the clock that wrote its dates
     * @return a builder that needs nothing more
     */
    public static Builder builder(Currency currency, ZoneId zone) {
        return new Builder(currency, zone);
    }

    /**
     * Reads a file.
     *
     * @param file plain or gzipped CSV
     * @param sink takes what is read, in the calling thread
     * @return what was read and what was not
     * @throws CsvException when the file is missing, is a directory, ends in the middle, is not UTF-8, lacks a column,
     *     or is over a limit; what was handed to the sink before stays there
     */
    public ReadReport read(Path file, OrderSink sink) {
        String name = String.valueOf(file.getFileName());
        try (InputStream in = CsvSource.open(file)) {
            return read(in, name, sink);
        } catch (IOException e) {
            throw CsvSource.failure(name, e);
        }
    }

    /**
     * Reads a stream; it is not closed.
     *
     * @param in plain or gzipped CSV
     * @param name how messages call it
     * @param sink takes what is read, in the calling thread
     * @return what was read and what was not
     * @throws CsvException as for a file
     */
    public ReadReport read(InputStream in, String name, OrderSink sink) {
        Reading reading = new Reading(name, sink);
        try {
            Reader text = CsvSource.text(in, maxBytes);
            return reading.run(CsvReader.builder()
                    .fieldSeparator(separator)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .maxBufferSize(MAX_FIELD_CHARS)
                    .ofCsvRecord(text));
        } catch (IOException e) {
            throw CsvSource.failure(reading.place(), e);
        } catch (UncheckedIOException e) {
            throw CsvSource.failure(reading.place(), Objects.requireNonNull(e.getCause()));
        } catch (CsvParseException e) {
            throw reading.malformed(e);
        }
    }

    Currency currency() {
        return currency;
    }

    ZoneId zone() {
        return zone;
    }

    String nameOf(OrderColumn column) {
        return Objects.requireNonNullElse(columns.get(column), column.usualName());
    }

    List<DateTimeFormatter> dateFormats() {
        return dateFormats;
    }

    String cancellationPrefix() {
        return cancellationPrefix;
    }

    int rowsApart() {
        return rowsApart;
    }

    /** One pass over one file. */
    private final class Reading {
        private final String name;
        private final OrderAssembler assembler;
        private final List<ReadProblem> problems = new ArrayList<>();
        private long lastLine;
        private long read;
        private long used;
        private long anonymous;

        Reading(String name, OrderSink sink) {
            this.name = name;
            this.assembler = new OrderAssembler(OrderCsv.this, sink);
        }

        ReadReport run(CsvReader<CsvRecord> rows) {
            CloseableIterator<CsvRecord> row = rows.iterator();
            if (!row.hasNext()) {
                throw new CsvException(name + ": empty (expected: a header line and order lines)");
            }
            RowParser parser = new RowParser(OrderCsv.this, name, row.next());
            while (row.hasNext()) {
                take(parser, row.next());
            }
            assembler.close();
            progress.accept(read);
            return new ReadReport(read, used, anonymous, read - used - anonymous, problems);
        }

        private void take(RowParser parser, CsvRecord row) {
            lastLine = row.getStartingLineNumber();
            read++;
            if (read % 10_000 == 0) {
                progress.accept(read);
            }
            try {
                OrderRow understood = parser.parse(row);
                assembler.add(understood);
                if (understood.customer() == null) {
                    anonymous++;
                } else {
                    used++;
                }
            } catch (RefusedRow e) {
                if (problems.size() < ReadReport.MAX_PROBLEMS) {
                    problems.add(e.problem());
                }
            }
        }

        String place() {
            return name + (lastLine == 0 ? "" : " after line " + lastLine);
        }

        CsvException malformed(CsvParseException e) {
            @Nullable Throwable cause = e.getCause();
            if (cause instanceof IOException io) {
                return CsvSource.failure(place(), io);
            }
            return new CsvException(
                    place() + ": not CSV (expected: RFC 4180, quotes closed, fields of at most " + MAX_FIELD_CHARS
                            + " characters)",
                    e);
        }
    }

    /** Collects the settings of a reader. For one thread. */
    public static final class Builder {
        private final Currency currency;
        private final ZoneId zone;
        private final Map<OrderColumn, String> columns = new EnumMap<>(OrderColumn.class);
        private final List<DateTimeFormatter> dateFormats = new ArrayList<>(
                List.of(format("uuuu-MM-dd[[ ]['T']HH:mm[:ss]]"), DateTimeFormatter.ISO_LOCAL_DATE_TIME));
        private String cancellationPrefix = "C";
        private char separator = ',';
        private int rowsApart = 10_000;
        private long maxBytes = 8L << 30;
        private LongConsumer progress = rows -> {};

        private Builder(Currency currency, ZoneId zone) {
            this.currency = currency;
            this.zone = zone;
        }

        private static DateTimeFormatter format(String pattern) {
            return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
        }

        /**
         * Names a column of the file.
         *
         * @param column what it tells
         * @param name its name in the header
         * @return this
         */
        public Builder column(OrderColumn column, String name) {
            columns.put(column, name);
            return this;
        }

        /**
         * Adds a form of dates, tried before the others. Known without it: {@code 2010-12-01}, with or without time,
         * with a blank or a {@code T} between.
         *
         * @param pattern of {@link DateTimeFormatter}, with {@code u} for the year, such as {@code d/M/uuuu H:mm}
         * @return this
         */
        public Builder dateFormat(String pattern) {
            dateFormats.add(0, format(pattern));
            return this;
        }

        /**
         * Sets how the number of a cancellation starts.
         *
         * @param prefix {@code C} unless set; empty for files without such numbers
         * @return this
         */
        public Builder cancellationPrefix(String prefix) {
            cancellationPrefix = prefix;
            return this;
        }

        /**
         * Sets what stands between two fields.
         *
         * @param value a comma unless set
         * @return this
         */
        public Builder separator(char value) {
            separator = value;
            return this;
        }

        /**
         * Sets how many rows may lie between two rows of one order. More need more memory.
         *
         * @param rows 10,000 unless set
         * @return this
         */
        public Builder rowsApart(int rows) {
            if (rows < 1) {
                throw new IllegalArgumentException("rowsApart: " + rows + " (expected: 1 or more)");
            }
            rowsApart = rows;
            return this;
        }

        /**
         * Sets how large a file may be once unpacked.
         *
         * @param bytes 8 GiB unless set
         * @return this
         */
        public Builder maxBytes(long bytes) {
            maxBytes = bytes;
            return this;
        }

        /**
         * Has the count of rows told from time to time.
         *
         * @param listener gets the number of rows read so far
         * @return this
         */
        public Builder onProgress(LongConsumer listener) {
            progress = listener;
            return this;
        }

        /**
         * The reader.
         *
         * @return never null
         */
        public OrderCsv build() {
            return new OrderCsv(this);
        }
    }
}
