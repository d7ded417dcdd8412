package org.modestcrm.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Customers by the period of their first purchase: who came back, and what they brought. */
public final class Cohorts {
    private Cohorts() {}

    /**
     * The cohorts of a log.
     *
     * @param log what customers bought
     * @param revenue which amount counts
     * @param period by month or week
     * @return every period from the first purchase to the last day of the log in which somebody was new, in order; each has
     *     one figure for every period up to that of the last day, which may be incomplete
     */
    public static List<Cohort> of(PurchaseLog log, Revenue revenue, Period period) {
        if (log.size() == 0) {
            return List.of();
        }
        int firstDay = IntStream.range(0, log.size()).map(log::firstDay).min().orElseThrow();
        LocalDate start = period.startOf(LocalDate.ofEpochDay(firstDay));
        int periods = period.between(start, log.lastDay()) + 1;
        int[] periodOf = periodsOfDays(start, log.lastDay(), period);
        int[][] customers = new int[periods][periods];
        long[][] amounts = new long[periods][periods];
        for (int c = 0; c < log.size(); c++) {
            int cohort = periodOf[log.firstDay(c) - (int) start.toEpochDay()];
            int last = -1;
            for (int i = log.start(c); i < log.end(c); i++) {
                int age = periodOf[log.day(i) - (int) start.toEpochDay()] - cohort;
                customers[cohort][age] += age == last ? 0 : 1;
                amounts[cohort][age] = Micros.plus(amounts[cohort][age], log.amountOn(i, revenue));
                last = age;
            }
        }
        List<Cohort> cohorts = new ArrayList<>();
        for (int cohort = 0; cohort < periods; cohort++) {
            if (customers[cohort][0] > 0) {
                cohorts.add(new Cohort(
                        period.plus(start, cohort),
                        Arrays.stream(customers[cohort], 0, periods - cohort)
                                .boxed()
                                .toList(),
                        Arrays.stream(amounts[cohort], 0, periods - cohort)
                                .mapToObj(log::money)
                                .toList()));
            }
        }
        return List.copyOf(cohorts);
    }

    private static int[] periodsOfDays(LocalDate start, LocalDate lastDay, Period period) {
        int[] periodOf = new int[(int) (lastDay.toEpochDay() - start.toEpochDay()) + 1];
        for (int day = 0; day < periodOf.length; day++) {
            periodOf[day] = period.between(start, start.plusDays(day));
        }
        return periodOf;
    }
}
