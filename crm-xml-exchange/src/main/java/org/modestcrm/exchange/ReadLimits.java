package org.modestcrm.exchange;

/**
 * How much of a document a reader takes before it refuses it. What is over a limit is a problem of code
 * {@code PX-LIMIT}. Besides these, always: 64 attributes and namespaces of an element, 32 levels, 64 KiB of an attribute,
 * 64 foreign elements of a record and 4,096 of a document. Immutable.
 */
public final class ReadLimits {
    static final int MAX_DEPTH = 32;
    static final int MAX_ATTRIBUTES = 64;
    static final int MAX_ATTRIBUTE_CHARS = 1 << 16;
    static final int MAX_TEXT_CHARS = 1 << 20;
    static final int MAX_FOREIGN_OF_RECORD = 64;
    static final int MAX_FOREIGN = 4096;

    private final long documentBytes;
    private final int recordBytes;
    private final long records;
    private final int ratio;
    private final int problems;

    private ReadLimits(Builder from) {
        this.documentBytes = from.documentBytes;
        this.recordBytes = from.recordBytes;
        this.records = from.records;
        this.ratio = from.ratio;
        this.problems = from.problems;
    }

    /**
     * The limits that fit most: 4 GiB a document, 1 MiB and 5,000,000 records, 200 times what was packed, 1,000 problems.
     *
     * @return the same as {@code builder().build()}
     */
    public static ReadLimits standard() {
        return builder().build();
    }

    /**
     * Begins from the standard limits.
     *
     * @return a builder that needs nothing more
     */
    public static Builder builder() {
        return new Builder();
    }

    long documentBytes() {
        return documentBytes;
    }

    int recordBytes() {
        return recordBytes;
    }

    long records() {
        return records;
    }

    int ratio() {
        return ratio;
    }

    int problems() {
        return problems;
    }

    /** Collects the limits. For one thread. */
    public static final class Builder {
        private long documentBytes = 4L << 30;
        private int recordBytes = 1 << 20;
        private long records = 5_000_000;
        private int ratio = 200;
        private int problems = 1000;

        private Builder() {}

        /**
         * Sets how large a document may be, unpacked.
         *
         * @param bytes 4 GiB unless set
         * @return this
         */
        public Builder documentBytes(long bytes) {
            documentBytes = atLeastOne("documentBytes", bytes);
            return this;
        }

        /**
         * Sets how large one record may be.
         *
         * @param bytes 1 MiB unless set
         * @return this
         */
        public Builder recordBytes(int bytes) {
            recordBytes = (int) atLeastOne("recordBytes", bytes);
            return this;
        }

        /**
         * Sets how many records a document may have.
         *
         * @param count 5,000,000 unless set
         * @return this
         */
        public Builder records(long count) {
            records = atLeastOne("records", count);
            return this;
        }

        /**
         * Sets how many times its packed size a document may have.
         *
         * @param times 200 unless set
         * @return this
         */
        public Builder ratio(int times) {
            ratio = (int) atLeastOne("ratio", times);
            return this;
        }

        /**
         * Sets how many problems are kept; all are counted.
         *
         * @param count 1,000 unless set
         * @return this
         */
        public Builder problems(int count) {
            problems = (int) atLeastOne("problems", count);
            return this;
        }

        private static long atLeastOne(String what, long value) {
            if (value < 1) {
                throw new IllegalArgumentException(what + ": " + value + " (expected: 1 or more)");
            }
            return value;
        }

        /**
         * The limits.
         *
         * @return never null
         */
        public ReadLimits build() {
            return new ReadLimits(this);
        }
    }
}
