package org.modestcrm.exchange;

import java.util.List;

/**
 * What was handed out and what was not: customers asked for = written + withheld + problems.
 *
 * @param written profiles in the file
 * @param withheld customers who did not consent
 * @param problems one for each profile that could not be written
 */
public record ExportReport(long written, long withheld, List<ExchangeProblem> problems) {
    /**
     * Copies the problems.
     *
     * @param written profiles in the file
     * @param withheld customers who did not consent
     * @param problems the problems
     */
    public ExportReport {
        problems = List.copyOf(problems);
    }
}
