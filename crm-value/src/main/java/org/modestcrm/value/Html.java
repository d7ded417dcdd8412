package org.modestcrm.value;

import java.util.List;

/** Grows a page; every text goes through one escape. */
final class Html {
    private final StringBuilder page = new StringBuilder(1 << 16);

    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    /** Adds markup that is safe as it is. */
    Html markup(String markup) {
        page.append(markup);
        return this;
    }

    Html element(String name, String text) {
        page.append('<').append(name).append('>').append(escape(text)).append("</");
        page.append(name).append(">\n");
        return this;
    }

    /** A table; all cells but those of the first column are numbers. */
    Html table(List<String> head, List<List<String>> rows) {
        page.append("<table><thead><tr>");
        head.forEach(cell -> page.append("<th>").append(escape(cell)).append("</th>"));
        page.append("</tr></thead><tbody>\n");
        for (List<String> row : rows) {
            page.append("<tr>");
            row.forEach(cell -> page.append("<td>").append(escape(cell)).append("</td>"));
            page.append("</tr>\n");
        }
        page.append("</tbody></table>\n");
        return this;
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
