package org.modestcrm.cli;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The page of the demo from which a person reaches segments, mails and exchange files. Plain, without script. */
final class DemoPage {
    private final StringBuilder html = new StringBuilder();
    private final NumberFormat numbers = NumberFormat.getIntegerInstance(Locale.ENGLISH);

    /** A segment as the page shows it. */
    record Bar(String id, String name, String rule, long count) {}

    /** A file the page leads to. */
    record Link(String href, String text, String note) {}

    DemoPage(String shop, Instant asOf) {
        html.append(HEAD);
        html.append("<h1>")
                .append(escaped(shop))
                .append("</h1>\n<p class=\"lead\">As of ")
                .append(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(asOf.atOffset(ZoneOffset.UTC)))
                .append("</p>\n");
    }

    void figures(DemoFigures shop) {
        NumberFormat money = NumberFormat.getNumberInstance(Locale.ENGLISH);
        money.setMinimumFractionDigits(2);
        money.setMaximumFractionDigits(3);
        html.append("<dl class=\"figures\">\n");
        figure("Customers", numbers.format(shop.customers()));
        figure("Orders", numbers.format(shop.orders()));
        figure("Refunds", numbers.format(shop.refunds()));
        figure(
                "Revenue, " + shop.revenue().currency(),
                money.format(shop.revenue().amount()));
        html.append("</dl>\n");
    }

    private void figure(String name, String value) {
        html.append("<div><dt>")
                .append(escaped(name))
                .append("</dt><dd>")
                .append(escaped(value))
                .append("</dd></div>\n");
    }

    void segments(List<Bar> bars, long customers) {
        html.append("<h2>Segments</h2>\n<table class=\"bars\">\n<thead><tr><th scope=\"col\">Segment</th>")
                .append(
                        "<th scope=\"col\">Customers</th><th scope=\"col\" class=\"wide\">Share</th></tr></thead>\n<tbody>\n");
        for (Bar bar : bars) {
            double share = customers == 0 ? 0 : 100.0 * bar.count() / customers;
            String percent = String.format(Locale.ROOT, "%.1f", share);
            html.append("<tr><th scope=\"row\">")
                    .append(escaped(bar.name()))
                    .append("<code>")
                    .append(escaped(bar.rule()))
                    .append("</code></th><td class=\"number\">")
                    .append(numbers.format(bar.count()))
                    .append("</td><td class=\"wide\"><div class=\"track\"><div class=\"bar\" style=\"width:")
                    .append(percent)
                    .append("%\"></div></div><span>")
                    .append(percent)
                    .append("&nbsp;%</span></td></tr>\n");
        }
        html.append("</tbody>\n</table>\n");
    }

    void explanation(String title, List<String> paragraphs) {
        html.append("<h2>").append(escaped(title)).append("</h2>\n");
        for (String paragraph : paragraphs) {
            html.append("<pre>").append(escaped(paragraph)).append("</pre>\n");
        }
    }

    void links(String title, List<Link> links) {
        html.append("<h2>").append(escaped(title)).append("</h2>\n<ul>\n");
        for (Link link : links) {
            html.append("<li><a href=\"")
                    .append(escaped(link.href()))
                    .append("\">")
                    .append(escaped(link.text()))
                    .append("</a> ")
                    .append(escaped(link.note()))
                    .append("</li>\n");
        }
        html.append("</ul>\n");
    }

    String finish() {
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Modest eCRM demo</title>
            <style>
            :root { color-scheme: light dark; --ink: #1c2430; --soft: #566173; --paper: #fbfaf7; --card: #ffffff; --line: #d9d5cc; --accent: #0b6e63; }
            @media (prefers-color-scheme: dark) { :root { --ink: #eceff3; --soft: #a7b0bd; --paper: #14181d; --card: #1d232a; --line: #39424d; --accent: #4fc3b2; } }
            * { box-sizing: border-box; }
            body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
            main { max-width: 60rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
            h1 { margin: 0; font-size: 1.9rem; line-height: 1.2; }
            h2 { margin: 2.5rem 0 .75rem; font-size: 1.25rem; }
            .lead { margin: .25rem 0 1.5rem; color: var(--soft); }
            .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 1rem; margin: 0; }
            .figures div { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem; }
            dt { color: var(--soft); font-size: .875rem; }
            dd { margin: 0; font-size: 1.4rem; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
            table { width: 100%; border-collapse: collapse; }
            th, td { text-align: left; vertical-align: top; padding: .5rem .5rem .5rem 0; border-bottom: 1px solid var(--line); }
            thead th { color: var(--soft); font-size: .875rem; font-weight: 400; }
            tbody th { font-weight: 600; }
            code { display: block; font: .8125rem/1.4 ui-monospace, monospace; font-weight: 400; color: var(--soft); overflow-wrap: anywhere; }
            .number { font-variant-numeric: tabular-nums; text-align: right; padding-right: 1rem; }
            thead th:nth-child(2) { text-align: right; padding-right: 1rem; }
            .wide { width: 35%; }
            .track { height: .75rem; background: var(--line); border-radius: .375rem; overflow: hidden; margin-top: .375rem; }
            .bar { height: 100%; background: var(--accent); }
            td span { color: var(--soft); font-size: .8125rem; }
            pre { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; overflow-x: auto; font: .875rem/1.5 ui-monospace, monospace; white-space: pre-wrap; }
            a { color: var(--accent); }
            </style>
            </head>
            <body>
            <main>
            """;
}
