package org.modestcrm.value;

import java.util.List;

/**
 * All figures of a log on one page for people who look rather than read: HTML with drawings inside, no script, nothing
 * loaded from anywhere, readable in the dark. Every drawing has a title, a description and its figures as a table.
 *
 * <pre>{@code
 * String page = ValueReport.of(log, ValueFit.of(log), Revenue.GROSS).html(ReportLanguage.FRENCH);
 * Files.writeString(Path.of("value.html"), page);
 * }</pre>
 *
 * <p>It names customers by their id only. Immutable, thread-safe.
 */
public final class ValueReport {
    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#1d2730;--dim:#5c6a76;--line:#d5dbe0;--ground:#fff;--main:#0b6e8f;\
            --other:#b4552d;--on:#fff}
            @media (prefers-color-scheme:dark){:root{--ink:#e6ebef;--dim:#9fb0bd;--line:#38444e;--ground:#151b20;\
            --main:#4fb3d4;--other:#e8935f;--on:#10181d}}
            body{margin:0 auto;max-width:780px;padding:24px;background:var(--ground);color:var(--ink);\
            font:16px/1.5 system-ui,sans-serif}
            h1{margin:0;font-size:28px}h2{margin:48px 0 4px;font-size:20px}
            p{margin:4px 0 12px}.asof{color:var(--dim)}.lead{font-size:18px}
            figure{margin:0}svg{display:block;width:100%;height:auto;font:12px system-ui,sans-serif}
            svg text{fill:var(--dim)}svg text.off{fill:var(--ink)}svg text.on{fill:var(--on)}
            svg text.label{fill:var(--ink);font-weight:600}
            .grid{stroke:var(--line)}polyline{fill:none;stroke-width:2.5}
            .main{stroke:var(--main)}.other{stroke:var(--other);stroke-dasharray:6 4}.even{stroke:var(--dim);stroke-width:1}
            .bar,.cell{fill:var(--main)}.point{fill:var(--other)}
            details{margin:8px 0;color:var(--dim)}summary{cursor:pointer}
            table{border-collapse:collapse;font-size:14px;margin:8px 0;color:var(--ink)}
            th,td{padding:3px 10px;border-bottom:1px solid var(--line);text-align:right}
            th:first-child,td:first-child{text-align:left}
            li{margin:4px 0}
            @media print{details{display:none}}
            """;

    private final PurchaseLog log;
    private final ValueFit fit;
    private final Revenue revenue;

    private ValueReport(PurchaseLog log, ValueFit fit, Revenue revenue) {
        this.log = log;
        this.fit = fit;
        this.revenue = revenue;
    }

    /**
     * Prepares a report.
     *
     * @param log what customers bought
     * @param fit its fit, on whatever rung
     * @param revenue which amount is shown
     * @return never null
     * @throws ValueRefusedException when nobody bought anything
     */
    public static ValueReport of(PurchaseLog log, ValueFit fit, Revenue revenue) {
        if (log.size() == 0) {
            throw Ladder.nobody(log);
        }
        return new ValueReport(log, fit, revenue);
    }

    /**
     * The page.
     *
     * @param language of its sentences and numbers
     * @return a whole HTML document, to be written as UTF-8
     */
    public String html(ReportLanguage language) {
        ReportText text = new ReportText(language);
        Html page = new Html();
        page.markup("<!DOCTYPE html>\n<html lang=\"" + text.code() + "\">\n<head>\n<meta charset=\"utf-8\"/>\n");
        page.markup("<meta name=\"viewport\" content=\"width=device-width\"/>\n");
        page.element("title", text.of("title")).markup("<style>\n" + STYLE + "</style>\n</head>\n<body>\n");
        page.element("h1", text.of("title")).markup("<p class=\"asof\">");
        page.markup(Html.escape(text.of(
                "asof",
                text.day(log.lastDay().plusDays(1)),
                text.number(log.size(), 0),
                text.number((double) log.orders(), 0),
                text.money(log.revenue(revenue)))));
        page.markup("</p>\n");
        new PastSections(log, revenue, text).writeTo(page);
        new FutureSections(log, fit, revenue, text).writeTo(page);
        findings(page, text);
        return page.markup("</body>\n</html>\n").toString();
    }

    private void findings(Html page, ReportText text) {
        List<Finding> findings = fit.findings();
        if (!findings.isEmpty()) {
            page.element("h2", text.of("findings.title")).markup("<ul lang=\"en\">\n");
            findings.forEach(finding -> page.element("li", finding.text()));
            page.markup("</ul>\n");
        }
    }

    /** A heading, the sentence that matters, the drawing, and its figures. */
    static void section(Html page, ReportText text, String key, String lead) {
        page.element("h2", text.of(key + ".title")).markup("<p class=\"lead\">" + Html.escape(lead) + "</p>\n");
    }

    static void figure(Html page, ReportText text, Svg drawing, List<String> head, List<List<String>> rows) {
        page.markup("<figure>\n" + drawing + "</figure>\n<details>");
        page.element("summary", text.of("data")).table(head, rows).markup("</details>\n");
    }
}
