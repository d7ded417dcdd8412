package org.modestcrm.email;

/**
 * What is wrong with a template, and where.
 *
 * @param line 1 or more
 * @param column 1 or more
 * @param code stable for programs, such as {@code TEMPLATE-NAME}; see docs/errors.md
 * @param text a sentence for people
 */
public record TemplateProblem(int line, int column, String code, String text) {
    static TemplateProblem at(String source, int offset, String code, String text) {
        String before = source.substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new TemplateProblem(line, offset - before.lastIndexOf('\n'), code, text);
    }

    @Override
    public String toString() {
        return "line " + line + ", column " + column + ": " + text + " [" + code + "]";
    }
}
