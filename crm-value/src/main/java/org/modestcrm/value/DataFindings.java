package org.modestcrm.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What a log itself tells before any model: ends that are cut off, orders out of all proportion. */
final class DataFindings {
    private final PurchaseLog log;
    private final List<Finding> findings = new ArrayList<>();

    private DataFindings(PurchaseLog log) {
        this.log = log;
    }

    static List<Finding> of(PurchaseLog log) {
        DataFindings found = new DataFindings(log);
        if (log.size() > 0) {
            found.outliers();
            found.lastPeriod();
            found.leftCensoring();
            found.oneTimeBuyers();
        }
        found.anonymous();
        return found.findings;
    }

    private void outliers() {
        long total = 0;
        for (int c = 0; c < log.size(); c++) {
            total = Micros.plus(total, log.amount(c, Revenue.GROSS));
        }
        List<int[]> large = new ArrayList<>();
        for (int c = 0; c < log.size(); c++) {
            for (int i = log.start(c); i < log.end(c); i++) {
                if (log.gross(i) > total / 100) {
                    large.add(new int[] {c, i});
                }
            }
        }
        if (!large.isEmpty()) {
            int[] largest = large.stream()
                    .max(Comparator.comparingLong(entry -> log.gross(entry[1])))
                    .orElseThrow();
            add(
                    Finding.Code.VALUE_OUTLIER_ORDERS,
                    "%d purchase days carry more than 1 %% of all revenue each, the largest %s by customer %s on %s"
                            + " (net %s)",
                    large.size(),
                    log.money(log.gross(largest[1])),
                    log.id(largest[0]),
                    LocalDate.ofEpochDay(log.day(largest[1])),
                    log.money(log.net(largest[1])));
        }
    }

    private void lastPeriod() {
        LocalDate last = log.lastDay();
        if (last.getDayOfMonth() < last.lengthOfMonth()) {
            add(
                    Finding.Code.VALUE_LAST_PERIOD_INCOMPLETE,
                    "the last month, %s, has %d of %d days",
                    last.toString().substring(0, 7),
                    last.getDayOfMonth(),
                    last.lengthOfMonth());
        }
    }

    /** Whoever bought before the data begin looks new in the first month. */
    private void leftCensoring() {
        List<Cohort> months = Cohorts.of(log, Revenue.GROSS, Period.MONTH);
        int most = months.stream().skip(1).mapToInt(Cohort::size).max().orElse(0);
        boolean enough = months.size() >= 6 && months.get(0).size() >= 50;
        if (enough && months.get(0).size() > 1.5 * most) {
            add(
                    Finding.Code.VALUE_LEFT_CENSORED,
                    "the first month has %d new customers, no later one more than %d: most of them are older than the"
                            + " data",
                    months.get(0).size(),
                    most);
        }
    }

    private void oneTimeBuyers() {
        double share = 1 - Rhythm.of(log).repeatRate().orElse(0);
        add(Finding.Code.VALUE_ONE_TIME_BUYERS, "%.1f %% of the customers bought on one day only", 100 * share);
    }

    private void anonymous() {
        if (log.report().anonymousOrders() > 0) {
            add(
                    Finding.Code.VALUE_ANONYMOUS_ORDERS,
                    "%d orders worth %s are of nobody known and count nowhere",
                    log.report().anonymousOrders(),
                    log.report().anonymousAmount());
        }
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation is the checker's own, and we ship none of it
    private void add(Finding.Code code, String text, Object... arguments) {
        findings.add(new Finding(code, String.format(Locale.ROOT, text, arguments)));
    }
}
