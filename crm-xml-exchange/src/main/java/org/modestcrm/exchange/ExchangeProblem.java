package org.modestcrm.exchange;

/**
 * Something that is wrong with a document of the exchange.
 *
 * @param code what it is, stable for programs
 * @param place where it is
 * @param sentence what was found and what was expected, for people; without personal data, at most 300 characters
 */
public record ExchangeProblem(ProblemCode code, Place place, String sentence) {
    private static final int MAX_CHARS = 300;

    /**
     * Makes the sentence fit for a log: one line, no characters that hide or turn others.
     *
     * @param code the code
     * @param place the place
     * @param sentence the sentence
     */
    public ExchangeProblem {
        sentence = harmless(sentence, MAX_CHARS);
    }

    static String harmless(String text, int maxChars) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().limit(maxChars).forEach(c -> safe.appendCodePoint(isHarmless(c) ? c : '?'));
        return safe.length() <= maxChars ? safe.toString() : safe.substring(0, maxChars);
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** Place, sentence and code in one line. */
    @Override
    public String toString() {
        String where = place.toString();
        return (where.isEmpty() ? "" : where + ": ") + sentence + " [" + code + "]";
    }
}
