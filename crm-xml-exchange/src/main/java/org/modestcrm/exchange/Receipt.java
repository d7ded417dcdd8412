package org.modestcrm.exchange;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.modestcrm.exchangelog.ProfileId;

/**
 * The answer to a message: what was received, how many records of it were taken, and what was wrong with the others.
 * Immutable.
 */
public final class Receipt {
    /** Stands for a message whose id cannot be read. */
    static final String UNREADABLE = "unreadable";

    private final String message;
    private final String sha256;
    private final Instant at;
    private final Status status;
    private final Counts counts;
    private final List<ExchangeProblem> problems;

    private Receipt(ReceivedBytes received, Instant at, Status status, Counts counts, List<ExchangeProblem> problems) {
        this.message = ProfileId.of(received.message()).value();
        this.sha256 = received.sha256();
        this.at = at;
        this.status = status;
        this.counts = counts;
        this.problems = List.copyOf(problems);
    }

    /** What became of a message as a whole. */
    public enum Status {
        /** All of it was taken. */
        ACCEPTED,
        /** Some records were refused. */
        PARTIAL,
        /** Nothing of it was taken. */
        REFUSED
    }

    /**
     * How many records came to what: records = accepted + unchanged + refused + gone.
     *
     * @param records all
     * @param accepted profiles that were new or newer than what was known
     * @param unchanged profiles that were known already
     * @param refused records with a problem
     * @param gone tombstones that hold now
     */
    public record Counts(long records, long accepted, long unchanged, long refused, long gone) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0);
    }

    /** What is answered: the id a message says it has, and the digest of its bytes. */
    record ReceivedBytes(String message, String sha256) {}

    static Receipt taken(ReceivedBytes received, Instant at, Counts counts, List<ExchangeProblem> problems) {
        return new Receipt(received, at, counts.refused > 0 ? Status.PARTIAL : Status.ACCEPTED, counts, problems);
    }

    static Receipt refused(ReceivedBytes received, Instant at, List<ExchangeProblem> problems) {
        return new Receipt(received, at, Status.REFUSED, Counts.NONE, problems);
    }

    static Receipt of(
            ReceivedBytes received, Instant at, Status status, Counts counts, List<ExchangeProblem> problems) {
        return new Receipt(received, at, status, counts, problems);
    }

    /**
     * Reads a {@code receipt} document.
     *
     * @param in the document; it is not closed
     * @param name how problems call it
     * @return the receipt, or what is wrong with the document
     * @throws ExchangeException when the stream fails
     */
    public static ParsedDocument<Receipt> read(InputStream in, String name) {
        return ReceiptDocument.read(in, name);
    }

    /**
     * The id of the message that is answered.
     *
     * @return never blank
     */
    public String message() {
        return message;
    }

    /**
     * The digest of what was received: of the manifest, or of the file when there was no manifest.
     *
     * @return SHA-256 in lower-case hex
     */
    public String sha256() {
        return sha256;
    }

    /**
     * When it was taken in.
     *
     * @return never null
     */
    public Instant at() {
        return at;
    }

    /**
     * What became of the message as a whole.
     *
     * @return never null
     */
    public Status status() {
        return status;
    }

    /**
     * How many records came to what.
     *
     * @return never null
     */
    public Counts counts() {
        return counts;
    }

    /**
     * What was wrong, in the order of the message.
     *
     * @return may be empty
     */
    public List<ExchangeProblem> problems() {
        return problems;
    }

    /**
     * The {@code receipt} document. The same receipt gives the same text.
     *
     * @return XML
     */
    public String toXml() {
        return new String(ReceiptDocument.write(this), StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Receipt that
                && message.equals(that.message)
                && sha256.equals(that.sha256)
                && at.equals(that.at)
                && status == that.status
                && counts.equals(that.counts)
                && problems.equals(that.problems);
    }

    @Override
    public int hashCode() {
        return Objects.hash(message, sha256, at, status, counts, problems);
    }

    @Override
    public String toString() {
        return "receipt of message " + message + ": " + status;
    }
}
