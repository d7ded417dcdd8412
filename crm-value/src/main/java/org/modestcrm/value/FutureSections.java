package org.modestcrm.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The part of a report that tells what the models say. */
final class FutureSections {
    private static final int[] REPEATS = {0, 1, 2, 3, 5, 8, 13, 21};
    private static final int COLUMNS = 10;
    private static final int QUIET = 20;

    private final PurchaseLog log;
    private final ValueFit fit;
    private final Revenue revenue;
    private final ReportText text;

    FutureSections(PurchaseLog log, ValueFit fit, Revenue revenue, ReportText text) {
        this.log = log;
        this.fit = fit;
        this.revenue = revenue;
        this.text = text;
    }

    void writeTo(Html page) {
        Optional<PurchaseModel> leaving = fit.purchases()
                .map(Estimate::model)
                .filter(model -> model.family().leaves());
        if (leaving.isPresent()) {
            alive(page, leaving.get());
        } else {
            ValueReport.section(page, text, "alive", text.of("alive.none"));
        }
        tracking(page);
        if (leaving.isPresent()) {
            quiet(page, leaving.get());
        } else {
            ValueReport.section(page, text, "quiet", text.of("quiet.none"));
        }
    }

    private void alive(Html page, PurchaseModel model) {
        int first = IntStream.range(0, log.size()).map(log::firstDay).min().orElseThrow();
        int weeks = Math.max(COLUMNS, (log.lastEpochDay() - first) / 7);
        String[][] cell = new String[REPEATS.length][COLUMNS];
        double[][] shade = new double[REPEATS.length][COLUMNS];
        List<List<String>> table = new ArrayList<>();
        for (int row = 0; row < REPEATS.length; row++) {
            List<String> figures = new ArrayList<>(List.of(String.valueOf(REPEATS[row])));
            for (int column = 0; column < COLUMNS; column++) {
                shade[row][column] = chance(model, REPEATS[row], silent(column, weeks), weeks);
                cell[row][column] = text.percent(shade[row][column], 0);
                figures.add(text.percent(shade[row][column], 1));
            }
            table.add(figures);
        }
        List<String> columns = IntStream.range(0, COLUMNS)
                .mapToObj(column -> String.valueOf(silent(column, weeks)))
                .toList();
        List<String> rows = IntStream.of(REPEATS).mapToObj(String::valueOf).toList();
        Svg drawing = new Svg("alive", text.of("alive.title"), text.of("alive.desc", weeks), 320)
                .cells(new Svg.Cells(rows, columns, cell, shade, List.of(text.of("alive.x"), text.of("alive.y"))));
        ValueReport.section(page, text, "alive", text.of("alive.lead", REPEATS[4], columns.get(4), cell[4][4]));
        List<String> head = new ArrayList<>(List.of(text.of("alive.y") + " / " + text.of("alive.x")));
        head.addAll(columns);
        ValueReport.figure(page, text, drawing, head, table);
    }

    private static int silent(int column, int weeks) {
        return column * weeks / COLUMNS;
    }

    /** A customer without repeats has been silent since the first purchase: what was seen ends then. */
    private static double chance(PurchaseModel model, int repeats, int silent, int weeks) {
        double unit = model.unit().days() / 7.0;
        double observed = repeats == 0 ? silent : weeks;
        return model.future(repeats, (observed - silent) / unit, observed / unit)
                .alive();
    }

    private void tracking(Html page) {
        BackTest test;
        try {
            test = BackTest.of(log);
        } catch (ValueRefusedException e) {
            ValueReport.section(page, text, "tracking", text.of("tracking.none", e.refusal()));
            return;
        }
        List<TrackingPoint> points = test.tracking();
        double most = points.stream()
                .mapToDouble(point -> Math.max(point.actual(), point.expected()))
                .max()
                .orElse(1);
        String split = text.day(test.split());
        double[] actual =
                points.stream().mapToDouble(point -> point.actual() / most).toArray();
        double[] expected =
                points.stream().mapToDouble(point -> point.expected() / most).toArray();
        Svg drawing = new Svg("tracking", text.of("tracking.title"), text.of("tracking.desc", split), 340)
                .axes(
                        new Svg.Axis(text.of("tracking.x"), points.size(), true, week -> text.number(week, 0)),
                        new Svg.Axis(text.of("tracking.y"), most, true, count -> text.number(count, 0)))
                .line("main", actual)
                .line("other", expected)
                .legend("main", 0, text.of("tracking.actual"))
                .legend("other", 1, text.of("tracking.expected"));
        ValueReport.section(
                page,
                text,
                "tracking",
                text.of(
                        "tracking.lead",
                        split,
                        text.number(test.expected(), 0),
                        text.number((double) test.actual(), 0)));
        List<List<String>> rows = points.stream()
                .map(point -> List.of(
                        text.day(point.day()), text.number(point.actual(), 0), text.number(point.expected(), 1)))
                .toList();
        ValueReport.figure(
                page,
                text,
                drawing,
                List.of(text.of("tracking.x"), text.of("tracking.actual"), text.of("tracking.expected")),
                rows);
    }

    private void quiet(Html page, PurchaseModel model) {
        PurchaseCounts counts = PurchaseCounts.of(log);
        double[] alive = IntStream.range(0, counts.rows())
                .mapToDouble(row -> model.future(counts, row).alive())
                .toArray();
        long[] year = new long[log.size()];
        for (int c = 0; c < year.length; c++) {
            for (int i = log.start(c); i < log.end(c); i++) {
                boolean recent = log.day(i) > log.lastEpochDay() - 365;
                year[c] = Micros.plus(year[c], recent ? log.amountOn(i, revenue) : 0);
            }
        }
        List<List<String>> rows = IntStream.range(0, log.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(c -> -year[c] * (1 - alive[counts.rowOf(c)]))
                        .thenComparing(c -> c))
                .limit(QUIET)
                .map(c -> List.of(
                        log.id(c).value(),
                        text.day(LocalDate.ofEpochDay(log.lastDay(c))),
                        text.money(log.money(year[c])),
                        text.percent(alive[counts.rowOf(c)], 0) + " %",
                        text.money(log.money(Math.round(year[c] * (1 - alive[counts.rowOf(c)]))))))
                .toList();
        ValueReport.section(page, text, "quiet", text.of("quiet.lead"));
        page.table(
                List.of(
                        text.of("quiet.customer"),
                        text.of("quiet.last"),
                        text.of("quiet.year"),
                        text.of("quiet.alive"),
                        text.of("quiet.risk")),
                rows);
    }
}
