package org.modestcrm.customer;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.modestcrm.internal.Texts;
import org.modestcrm.internal.Times;

/**
 * A value by which one source knows a customer: the web shop's customer number, a loyalty card, an e-mail address.
 *
 * <p>The value is kept as given; two identifiers are of one person's when type, source and {@link #normalised()} are
 * equal. Immutable.
 */
public final class Identifier {
    private final IdentifierType type;
    private final String source;
    private final String value;
    private final @Nullable Instant verifiedAt;

    private Identifier(IdentifierType type, String source, String value, @Nullable Instant verifiedAt) {
        this.type = type;
        this.source = Texts.code("source of " + type, source);
        this.value = Texts.required(type.toString(), value, 254);
        this.verifiedAt = verifiedAt;
    }

    /**
     * An identifier nobody has verified yet.
     *
     * @param type the kind
     * @param source who gave it: a code such as {@code webshop}
     * @param value the value as given, 1 to 254 characters
     * @return the identifier
     */
    public static Identifier of(IdentifierType type, String source, String value) {
        return new Identifier(type, source, value, null);
    }

    /**
     * The same identifier, verified.
     *
     * @param at when the customer proved it, by a confirmed mail for instance
     * @return a changed copy
     */
    public Identifier verified(Instant at) {
        return new Identifier(type, source, value, Times.kept(type + ", verified at", at));
    }

    /**
     * The kind of identifier.
     *
     * @return never null
     */
    public IdentifierType type() {
        return type;
    }

    /**
     * Who gave it.
     *
     * @return a code such as {@code webshop}
     */
    public String source() {
        return source;
    }

    /**
     * The value as given.
     *
     * @return never blank
     */
    public String value() {
        return value;
    }

    /**
     * The form in which values are compared.
     *
     * @return never null
     */
    public String normalised() {
        return type.normalise(value);
    }

    /**
     * When the customer proved it.
     *
     * @return empty while nobody has verified it
     */
    public Optional<Instant> verifiedAt() {
        return Optional.ofNullable(verifiedAt);
    }

    /** Whether it is the same value of the same source, verified or not. */
    boolean isSameAs(Identifier that) {
        return type.equals(that.type) && source.equals(that.source) && value.equals(that.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Identifier that
                && type.equals(that.type)
                && source.equals(that.source)
                && value.equals(that.value)
                && Objects.equals(verifiedAt, that.verifiedAt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, source, value, verifiedAt);
    }

    /** Type and source: the value stays out of logs. */
    @Override
    public String toString() {
        return type + " of " + source;
    }
}
