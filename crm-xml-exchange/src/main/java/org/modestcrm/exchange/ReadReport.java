package org.modestcrm.exchange;

import java.util.List;

/**
 * What was read of a {@code records} document: records = profiles + gone + refused, as far as it could be read. Immutable.
 */
public final class ReadReport {
    private final String message;
    private final String sha256;
    private final Counts counts;
    private final long problemCount;
    private final List<ExchangeProblem> problems;

    ReadReport(String message, String sha256, Counts counts, Faults faults) {
        this.message = message;
        this.sha256 = sha256;
        this.counts = counts;
        this.problemCount = faults.count();
        this.problems = faults.kept();
    }

    /**
     * How many there were of each.
     *
     * @param profiles profiles handed on
     * @param gone tombstones handed on
     * @param refused records with a problem
     */
    public record Counts(long profiles, long gone, long refused) {}

    /**
     * The message the document says it belongs to.
     *
     * @return empty text when it could not be read
     */
    public String message() {
        return message;
    }

    /**
     * The digest of the bytes as they came, packed ones when it was packed.
     *
     * @return SHA-256 in lower-case hex
     */
    public String sha256() {
        return sha256;
    }

    /**
     * How many records were handed on, and how many were not.
     *
     * @return never null
     */
    public Counts counts() {
        return counts;
    }

    /**
     * The problems, in the order of the document.
     *
     * @return as many as {@link ReadLimits} keeps; may be empty
     */
    public List<ExchangeProblem> problems() {
        return problems;
    }

    /**
     * How many problems there were.
     *
     * @return 0 or more, those that were not kept included
     */
    public long problemCount() {
        return problemCount;
    }

    /**
     * Whether nothing is wrong with the document.
     *
     * @return true without any problem
     */
    public boolean isValid() {
        return problemCount == 0;
    }

    /**
     * Whether the document was read to its end; single records may have been refused.
     *
     * @return false when a problem made an end of it: what was handed on before is not all of it
     */
    public boolean isComplete() {
        return problems.stream().noneMatch(problem -> problem.code().severity() == ProblemCode.Severity.FATAL);
    }
}
