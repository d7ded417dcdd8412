package org.modestcrm.consent;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.ContactPoint;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.DeliveryState;
import org.modestcrm.internal.Problems;
import org.modestcrm.internal.Texts;
import org.modestcrm.internal.Times;

/**
 * One statement of a customer about one channel and purpose: an entry of the {@link ConsentLedger}. Immutable.
 *
 * <pre>{@code
 * Consent.builder(alice.id(), Channel.EMAIL, Purpose.NEWSLETTER)
 *     .status(ConsentStatus.GRANTED).at(now).method("checkout-box").wording("2026-01").build();
 * }</pre>
 */
public final class Consent {
    private final CustomerId customer;
    private final Channel channel;
    private final Purpose purpose;
    private final ConsentStatus status;
    private final Instant at;
    private final @Nullable Instant expiresAt;
    private final String address;
    private final @Nullable LegalBasis legalBasis;
    private final String method;
    private final String wording;
    private final String proof;

    private Consent(Builder from, ConsentStatus status, Instant at) {
        this.customer = from.customer;
        this.channel = from.channel;
        this.purpose = from.purpose;
        this.status = status;
        this.at = at;
        this.expiresAt = from.expiresAt;
        this.address = from.address;
        this.legalBasis = from.legalBasis;
        this.method = from.method;
        this.wording = from.wording;
        this.proof = from.proof;
    }

    /**
     * Begins a statement.
     *
     * @param customer who makes it
     * @param channel on which channel
     * @param purpose for what
     * @return a builder that still needs status and time
     */
    public static Builder builder(CustomerId customer, Channel channel, Purpose purpose) {
        return new Builder(customer, channel, purpose);
    }

    /**
     * Begins a later statement about the same.
     *
     * @return a builder holding all parts
     */
    public Builder toBuilder() {
        Builder builder = new Builder(customer, channel, purpose);
        builder.status = status;
        builder.at = at;
        builder.expiresAt = expiresAt;
        builder.address = address;
        builder.legalBasis = legalBasis;
        builder.method = method;
        builder.wording = wording;
        builder.proof = proof;
        return builder;
    }

    /**
     * Who made it.
     *
     * @return never null
     */
    public CustomerId customer() {
        return customer;
    }

    /**
     * The channel it speaks of.
     *
     * @return never null
     */
    public Channel channel() {
        return channel;
    }

    /**
     * The purpose it speaks of.
     *
     * @return never null
     */
    public Purpose purpose() {
        return purpose;
    }

    /**
     * What was said.
     *
     * @return never null
     */
    public ConsentStatus status() {
        return status;
    }

    /**
     * When it was said.
     *
     * @return never null
     */
    public Instant at() {
        return at;
    }

    /**
     * From when on it no longer holds.
     *
     * @return empty when it holds until another is given
     */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    /**
     * The address it was given for. One given for an address says nothing of any other.
     *
     * @return empty when it is for every address the customer had on the channel when it was given
     */
    public Optional<String> address() {
        return address.isEmpty() ? Optional.empty() : Optional.of(address);
    }

    /**
     * On what ground the data is used (GDPR, article 6).
     *
     * @return empty when not noted
     */
    public Optional<LegalBasis> legalBasis() {
        return Optional.ofNullable(legalBasis);
    }

    /**
     * How it was given.
     *
     * @return such as {@code checkout-box}, empty text when not known
     */
    public String method() {
        return method;
    }

    /**
     * The version of the wording the customer saw.
     *
     * @return empty text when not known
     */
    public String wording() {
        return wording;
    }

    /**
     * Where the proof lies: a message id, the path of a form.
     *
     * @return empty text when there is none
     */
    public String proof() {
        return proof;
    }

    /**
     * Whether it allows something at a moment.
     *
     * @param asOf the moment
     * @return true when granted at or before it and not expired by then
     */
    public boolean allowsAt(Instant asOf) {
        return status == ConsentStatus.GRANTED && !at.isAfter(asOf) && (expiresAt == null || expiresAt.isAfter(asOf));
    }

    /** Whether both speak of the same channel, purpose and address. */
    boolean isAboutSameAs(Consent that) {
        return channel.equals(that.channel) && purpose.equals(that.purpose) && address.equals(that.address);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Consent that
                && customer.equals(that.customer)
                && channel.equals(that.channel)
                && purpose.equals(that.purpose)
                && status == that.status
                && at.equals(that.at)
                && Objects.equals(expiresAt, that.expiresAt)
                && address.equals(that.address)
                && legalBasis == that.legalBasis
                && method.equals(that.method)
                && wording.equals(that.wording)
                && proof.equals(that.proof);
    }

    @Override
    public int hashCode() {
        return Objects.hash(customer, channel, purpose, status, at, address);
    }

    @Override
    public String toString() {
        return "consent of customer " + customer + " on " + channel + " for " + purpose + ": " + status + " at " + at;
    }

    /** Collects the parts of a statement. For one thread. */
    public static final class Builder {
        private final CustomerId customer;
        private final Channel channel;
        private final Purpose purpose;
        private @Nullable ConsentStatus status;
        private @Nullable Instant at;
        private @Nullable Instant expiresAt;
        private String address = "";
        private @Nullable LegalBasis legalBasis;
        private String method = "";
        private String wording = "";
        private String proof = "";

        private Builder(CustomerId customer, Channel channel, Purpose purpose) {
            this.customer = customer;
            this.channel = channel;
            this.purpose = purpose;
        }

        /**
         * Sets what was said.
         *
         * @param value the status
         * @return this
         */
        public Builder status(ConsentStatus value) {
            status = value;
            return this;
        }

        /**
         * Sets when it was said.
         *
         * @param value the instant
         * @return this
         */
        public Builder at(Instant value) {
            at = Times.kept("consent of customer " + customer + ", at", value);
            return this;
        }

        /**
         * Sets from when on it no longer holds.
         *
         * @param value the instant, after {@link #at}
         * @return this
         */
        public Builder expiresAt(Instant value) {
            expiresAt = Times.kept("consent of customer " + customer + ", expiresAt", value);
            return this;
        }

        /**
         * Sets the address it is given for.
         *
         * @param value an address on the channel, valid for it
         * @return this
         */
        public Builder address(String value) {
            address = new ContactPoint(channel, value, DeliveryState.OK).normalised();
            return this;
        }

        /**
         * Sets on what ground the data is used.
         *
         * @param value the ground
         * @return this
         */
        public Builder legalBasis(LegalBasis value) {
            legalBasis = value;
            return this;
        }

        /**
         * Sets how it was given.
         *
         * @param value at most 100 characters
         * @return this
         */
        public Builder method(String value) {
            method = Texts.optional("method", value, 100);
            return this;
        }

        /**
         * Sets the version of the wording the customer saw.
         *
         * @param value at most 100 characters
         * @return this
         */
        public Builder wording(String value) {
            wording = Texts.optional("wording", value, 100);
            return this;
        }

        /**
         * Sets where the proof lies.
         *
         * @param value at most 500 characters
         * @return this
         */
        public Builder proof(String value) {
            proof = Texts.optional("proof", value, 500);
            return this;
        }

        /**
         * The statement.
         *
         * @return never null
         * @throws IllegalArgumentException naming every part that is missing or contradicts another
         */
        public Consent build() {
            Problems problems = new Problems();
            problems.require("status", status);
            problems.require("at", at);
            problems.when(
                    at != null && expiresAt != null && !expiresAt.isAfter(at),
                    "expiresAt: " + expiresAt + " (expected: after " + at + ")");
            problems.orThrow("consent of customer " + customer);
            return new Consent(this, Objects.requireNonNull(status), Objects.requireNonNull(at));
        }
    }
}
