package org.modestcrm.csv;

import java.util.List;

/**
 * What was read of a file and what was not: read = used + anonymous + refused.
 *
 * @param read rows below the header
 * @param used rows of a known customer that became part of an order or refund
 * @param anonymous rows without customer that became part of an anonymous order or refund
 * @param refused rows that could not be used
 * @param problems one for each refused row, of the first 1,000
 */
public record ReadReport(long read, long used, long anonymous, long refused, List<ReadProblem> problems) {
    /** How many problems are kept; all are counted. */
    static final int MAX_PROBLEMS = 1000;

    /**
     * Copies the problems.
     *
     * @param read rows read
     * @param used rows used
     * @param anonymous rows without customer
     * @param refused rows refused
     * @param problems the first problems
     */
    public ReadReport {
        problems = List.copyOf(problems);
    }

    /**
     * Insists that every row could be used.
     *
     * @return this
     * @throws CsvException naming the count and the first problem, when one was refused
     */
    public ReadReport orThrow() {
        if (refused > 0) {
            throw new CsvException(
                    refused + " of " + read + " rows refused (expected: none), the first at " + problems.get(0));
        }
        return this;
    }
}
