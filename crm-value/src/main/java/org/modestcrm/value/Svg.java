package org.modestcrm.value;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** One chart as inline SVG: lines, bars or cells on a plane of fixed size, in colours the page names. */
final class Svg {
    private static final int WIDTH = 720;
    private static final int LEFT = 92;
    private static final int RIGHT = WIDTH - 28;
    private static final int TOP = 14;
    private static final int BOTTOM = 46;

    private final StringBuilder out = new StringBuilder();
    private final int height;

    Svg(String id, String title, String desc, int height) {
        this.height = height;
        add("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"%s-t %s-d\">", WIDTH, height, id, id);
        add("<title id=\"%s-t\">%s</title>", id, Html.escape(title));
        add("<desc id=\"%s-d\">%s</desc>%n", id, Html.escape(desc));
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation is the checker's own, and we ship none of it
    private void add(String format, Object... parts) {
        out.append(String.format(Locale.ROOT, format, parts));
    }

    /** Axes from 0 to the largest values, with four marks each. */
    Svg axes(Axis x, Axis y) {
        for (int i = 0; i <= 4; i++) {
            double share = i / 4.0;
            add("<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>", LEFT, RIGHT, y(share), y(share));
            text(LEFT - 8, y(share) + 4, "end", y.label().apply(share * y.most()));
            if (x.marked()) {
                text(x(share), height - BOTTOM + 18, "middle", x.label().apply(share * x.most()));
            }
        }
        names(x.name(), y.name());
        return this;
    }

    /**
     * One axis.
     *
     * @param most the value at its end
     * @param marked whether marks are drawn along it
     */
    record Axis(String name, double most, boolean marked, DoubleFunction<String> label) {}

    private void names(String x, String y) {
        text((LEFT + RIGHT) / 2.0, height - 8, "middle", x);
        double middle = (TOP + height - BOTTOM) / 2.0;
        add(
                "<text class=\"name\" text-anchor=\"middle\" transform=\"translate(14 %.1f) rotate(-90)\">%s</text>%n",
                middle, Html.escape(y));
    }

    private void text(double x, double y, String anchor, String text) {
        add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, Html.escape(text));
    }

    private double x(double share) {
        return LEFT + share * (RIGHT - LEFT);
    }

    private double y(double share) {
        return height - BOTTOM - share * (height - BOTTOM - TOP);
    }

    /** A line through equally spaced points, given as shares of the plane's height. */
    Svg line(String style, double[] shares) {
        add("<polyline class=\"%s\" points=\"", style);
        for (int i = 0; i < shares.length; i++) {
            add("%.1f,%.1f ", x((double) i / (shares.length - 1)), y(shares[i]));
        }
        out.append("\"/>\n");
        return this;
    }

    /** Names a line in the upper left corner, below those named before. */
    Svg legend(String style, int place, String text) {
        double at = TOP + 14 + 20.0 * place;
        add("<polyline class=\"%s\" points=\"%d,%.1f %d,%.1f\"/>", style, LEFT + 14, at, LEFT + 44, at);
        add("<text class=\"label\" x=\"%d\" y=\"%.1f\">%s</text>%n", LEFT + 52, at + 4, Html.escape(text));
        return this;
    }

    /** A marked point. */
    Svg point(double xShare, double yShare) {
        add("<circle class=\"point\" cx=\"%.1f\" cy=\"%.1f\" r=\"5\"/>%n", x(xShare), y(yShare));
        return this;
    }

    /** Bars with a number under and a figure above each. */
    Svg bars(double[] shares, List<String> figures) {
        double step = 1.0 / shares.length;
        for (int i = 0; i < shares.length; i++) {
            double top = y(Math.max(0, shares[i]));
            double width = (x(step) - x(0)) * 0.72;
            double left = x(step * (i + 0.14));
            add(
                    "<rect class=\"bar\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
                    left, top, width, Math.max(0, y(0) - top));
            text(left + width / 2, top - 5, "middle", figures.get(i));
            text(left + width / 2, y(0) + 18, "middle", String.valueOf(i + 1));
        }
        return this;
    }

    /** A grid of cells; an empty text leaves its cell out. */
    Svg cells(Cells cells) {
        int rows = cells.rows().size();
        int columns = cells.columns().size();
        double wide = (x(1) - x(0)) / columns;
        double high = (y(0) - y(1)) / rows;
        for (int row = 0; row < rows; row++) {
            double top = y(1) + row * high;
            text(LEFT - 8, top + high / 2 + 4, "end", cells.rows().get(row));
            for (int column = 0; column < columns; column++) {
                if (!cells.text()[row][column].isEmpty()) {
                    cell(LEFT + column * wide, top, new double[] {wide, high}, cells, row, column);
                }
            }
        }
        for (int column = 0; column < columns; column++) {
            text(
                    LEFT + (column + 0.5) * wide,
                    y(0) + 18,
                    "middle",
                    cells.columns().get(column));
        }
        names(cells.names().get(0), cells.names().get(1));
        return this;
    }

    private void cell(double left, double top, double[] size, Cells cells, int row, int column) {
        double shade = cells.shade()[row][column];
        add(
                "<rect class=\"cell\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill-opacity=\"%.3f\"/>",
                left + 1, top + 1, size[0] - 2, size[1] - 2, 0.06 + 0.94 * Math.min(1, Math.max(0, shade)));
        add(
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>%n",
                shade > 0.7 ? "on" : "off",
                left + size[0] / 2,
                top + size[1] / 2 + 4,
                Html.escape(cells.text()[row][column]));
    }

    /**
     * A grid.
     *
     * @param shade 0 to 1
     * @param names of the columns' and the rows' axis
     */
    @SuppressWarnings("ArrayRecordComponent") // hands cells over once; never compared
    record Cells(List<String> rows, List<String> columns, String[][] text, double[][] shade, List<String> names) {}

    @Override
    public String toString() {
        return out + "</svg>\n";
    }
}
