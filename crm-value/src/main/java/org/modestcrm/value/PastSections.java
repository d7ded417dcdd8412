package org.modestcrm.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The part of a report that tells what was. */
final class PastSections {
    private static final int STEPS = 100;
    private static final int MOST_COHORTS = 24;

    private final PurchaseLog log;
    private final Revenue revenue;
    private final ReportText text;

    PastSections(PurchaseLog log, Revenue revenue, ReportText text) {
        this.log = log;
        this.revenue = revenue;
        this.text = text;
    }

    void writeTo(Html page) {
        Concentration concentration = Concentration.of(log, revenue);
        concentration(page, concentration);
        deciles(page, concentration.deciles());
        rfm(page, Rfm.of(log, revenue));
        cohorts(page, Cohorts.of(log, revenue, Period.MONTH));
    }

    private void concentration(Html page, Concentration concentration) {
        double share = concentration.shareOfTop(BigDecimal.valueOf(5));
        double[] curve = concentration.curve(STEPS);
        Svg drawing = new Svg(
                        "concentration",
                        text.of("concentration.title"),
                        text.of("concentration.desc", text.number(concentration.gini(), 2)),
                        340)
                .axes(
                        new Svg.Axis(text.of("concentration.x"), 100, true, this::percent),
                        new Svg.Axis(text.of("concentration.y"), 100, true, this::percent))
                .line("even", new double[] {0, 1})
                .line("main", curve)
                .point(0.05, share);
        ValueReport.section(page, text, "concentration", text.of("concentration.lead", 5, text.percent(share, 0)));
        List<List<String>> rows = IntStream.of(1, 2, 5, 10, 20, 50, 80, 100)
                .mapToObj(percent -> List.of(
                        percent(percent),
                        text.number(concentration.customersIn(BigDecimal.valueOf(percent)), 0),
                        text.money(concentration.amountOfTop(BigDecimal.valueOf(percent))),
                        text.percent(concentration.shareOfTop(BigDecimal.valueOf(percent)), 1) + " %"))
                .toList();
        ValueReport.figure(
                page,
                text,
                drawing,
                List.of(text.of("concentration.x"), text.of("customers"), text.of("amount"), text.of("share")),
                rows);
    }

    private String percent(double value) {
        return text.number(value, 0) + " %";
    }

    private void deciles(Html page, List<Decile> deciles) {
        double most = deciles.get(0).share();
        Svg drawing = new Svg("deciles", text.of("deciles.title"), text.of("deciles.desc"), 300)
                .axes(
                        new Svg.Axis(text.of("deciles.x"), 10, false, this::percent),
                        new Svg.Axis(text.of("share"), 100 * most, true, this::percent))
                .bars(
                        deciles.stream()
                                .mapToDouble(decile -> decile.share() / most * 0.94)
                                .toArray(),
                        deciles.stream()
                                .map(decile -> text.percent(decile.share(), 1) + " %")
                                .toList());
        Decile last = deciles.get(deciles.size() - 1);
        ValueReport.section(
                page,
                text,
                "deciles",
                text.of(
                        "deciles.lead",
                        text.number(deciles.get(0).customers(), 0),
                        text.money(deciles.get(0).amount()),
                        text.money(last.amount())));
        List<List<String>> rows = deciles.stream()
                .map(decile -> List.of(
                        String.valueOf(decile.number()),
                        text.number(decile.customers(), 0),
                        text.money(decile.amount()),
                        text.percent(decile.share(), 2) + " %"))
                .toList();
        List<String> head =
                List.of(text.of("deciles.number"), text.of("customers"), text.of("amount"), text.of("share"));
        ValueReport.figure(page, text, drawing, head, rows);
    }

    private void rfm(Html page, Rfm rfm) {
        String[][] cell = new String[5][5];
        double[][] shade = new double[5][5];
        int most = 1;
        List<List<String>> table = new ArrayList<>();
        for (int row = 0; row < 5; row++) {
            List<String> figures = new ArrayList<>(List.of(String.valueOf(5 - row)));
            for (int column = 0; column < 5; column++) {
                int count = rfm.count(column + 1, 5 - row);
                shade[row][column] = count;
                most = Math.max(most, count);
                cell[row][column] = text.number(count, 0);
                figures.add(cell[row][column]);
            }
            table.add(figures);
        }
        scale(shade, most);
        Svg drawing = new Svg("rfm", text.of("rfm.title"), text.of("rfm.desc"), 320)
                .cells(new Svg.Cells(
                        List.of("5", "4", "3", "2", "1"),
                        List.of("1", "2", "3", "4", "5"),
                        cell,
                        shade,
                        List.of(text.of("rfm.x"), text.of("rfm.y"))));
        Map<RfmGroup, Integer> groups = rfm.groups();
        int leaving = groups.getOrDefault(RfmGroup.AT_RISK, 0) + groups.getOrDefault(RfmGroup.CANNOT_LOSE, 0);
        ValueReport.section(
                page,
                text,
                "rfm",
                text.of(
                        "rfm.lead",
                        text.number(groups.getOrDefault(RfmGroup.CHAMPIONS, 0), 0),
                        text.number(leaving, 0)));
        ValueReport.figure(
                page,
                text,
                drawing,
                List.of(text.of("rfm.y") + " / " + text.of("rfm.x"), "1", "2", "3", "4", "5"),
                table);
    }

    private static void scale(double[][] shade, double most) {
        for (double[] row : shade) {
            for (int column = 0; column < row.length; column++) {
                row[column] /= most;
            }
        }
    }

    private void cohorts(Html page, List<Cohort> all) {
        List<Cohort> cohorts = all.subList(Math.max(0, all.size() - MOST_COHORTS), all.size());
        int ages = cohorts.get(0).customers().size();
        String[][] cell = new String[cohorts.size()][ages];
        double[][] shade = new double[cohorts.size()][ages];
        List<List<String>> table = new ArrayList<>();
        double most = 0.01;
        for (int row = 0; row < cell.length; row++) {
            Cohort cohort = cohorts.get(row);
            List<String> figures = new ArrayList<>(List.of(text.month(cohort.start())));
            for (int age = 0; age < ages; age++) {
                boolean known = age < cohort.customers().size();
                int count = known ? cohort.customers().get(age) : 0;
                double share = (double) count / cohort.size();
                cell[row][age] = !known ? "" : age == 0 ? text.number(count, 0) : text.percent(share, 0);
                shade[row][age] = age == 0 ? 0 : share;
                most = Math.max(most, shade[row][age]);
                figures.add(known ? text.number(count, 0) : "");
            }
            table.add(figures);
        }
        scale(shade, most);
        List<String> columns =
                IntStream.range(0, ages).mapToObj(String::valueOf).toList();
        List<String> rows =
                cohorts.stream().map(cohort -> text.month(cohort.start())).toList();
        Svg drawing = new Svg("cohorts", text.of("cohorts.title"), text.of("cohorts.desc"), 80 + 24 * cell.length)
                .cells(new Svg.Cells(rows, columns, cell, shade, List.of(text.of("cohorts.x"), text.of("cohorts.y"))));
        Cohort first = cohorts.get(0);
        String back = ages > 1 ? text.percent((double) first.customers().get(1) / first.size(), 0) : text.number(0, 0);
        ValueReport.section(page, text, "cohorts", text.of("cohorts.lead", text.month(first.start()), back));
        List<String> head = new ArrayList<>(List.of(text.of("month")));
        head.addAll(columns);
        ValueReport.figure(page, text, drawing, head, table);
    }
}
