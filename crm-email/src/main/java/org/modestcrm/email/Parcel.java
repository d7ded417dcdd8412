package org.modestcrm.email;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.modestcrm.internal.Texts;
import org.modestcrm.order.OrderLine;

/** What is on its way, as told to the buyer: each parcel of an order has its own mail. Immutable. */
public final class Parcel {
    private final String number;
    private final String carrier;
    private final String tracking;
    private final @Nullable URI link;
    private final List<OrderLine> lines;

    private Parcel(Builder from) {
        this.number = from.number;
        this.carrier = from.carrier;
        this.tracking = from.tracking;
        this.link = from.link;
        this.lines = List.copyOf(from.lines);
    }

    /**
     * Begins a parcel.
     *
     * @param number unique within the order, such as {@code 1}; a mail for the same number is sent once
     * @param carrier who brings it
     * @return a builder that needs nothing more
     */
    public static Builder builder(String number, String carrier) {
        return new Builder(number, carrier);
    }

    /**
     * Its number within the order.
     *
     * @return never blank
     */
    public String number() {
        return number;
    }

    /**
     * Who brings it.
     *
     * @return never blank
     */
    public String carrier() {
        return carrier;
    }

    /**
     * The carrier's number of it.
     *
     * @return empty text when there is none
     */
    public String tracking() {
        return tracking;
    }

    /**
     * Where the buyer can follow it.
     *
     * @return empty when nowhere
     */
    public Optional<URI> link() {
        return Optional.ofNullable(link);
    }

    /**
     * What is in it.
     *
     * @return empty when it holds the whole order
     */
    public List<OrderLine> lines() {
        return lines;
    }

    /** Collects the parts of a parcel. For one thread. */
    public static final class Builder {
        private final String number;
        private final String carrier;
        private String tracking = "";
        private @Nullable URI link;
        private final List<OrderLine> lines = new ArrayList<>();

        private Builder(String number, String carrier) {
            this.number = Texts.required("parcel number", number, 100);
            this.carrier = Texts.required("carrier", carrier, 100);
        }

        /**
         * Sets the carrier's number of it.
         *
         * @param value at most 100 characters
         * @return this
         */
        public Builder tracking(String value) {
            tracking = Texts.required("tracking number", value, 100);
            return this;
        }

        /**
         * Sets where the buyer can follow it.
         *
         * @param value http or https
         * @return this
         */
        public Builder link(URI value) {
            link = WebLink.checked("tracking link", value);
            return this;
        }

        /**
         * Adds something that is in it.
         *
         * @param value product and quantity
         * @return this
         */
        public Builder line(OrderLine value) {
            lines.add(value);
            return this;
        }

        /**
         * The parcel.
         *
         * @return never null
         */
        public Parcel build() {
            return new Parcel(this);
        }
    }
}
