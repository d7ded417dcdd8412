package org.modestcrm.identity;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Brings texts to the form in which spellings of one word are equal: case, accents, digraphs and mojibake removed. */
final class Fold {
    private static final int LONGEST = 200;
    private static final Charset CP1252 = Charset.forName("windows-1252");
    private static final String SPECIAL = "ßœæøłđðþıĸŋ";
    private static final String[] PLAIN = {"ss", "o", "a", "o", "l", "d", "d", "th", "i", "k", "n"};

    private Fold() {}

    /**
     * The words of a text, folded. Texts of any length are taken; what lies beyond 200 characters tells no persons apart.
     *
     * @param text as given
     * @return in order, may be empty
     */
    static List<String> words(String text) {
        String flat = letters(repaired(cut(text)));
        List<String> words = new ArrayList<>(4);
        int start = -1;
        for (int i = 0; i <= flat.length(); i++) {
            boolean inside = i < flat.length() && Character.isLetterOrDigit(flat.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(flat.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    /** Words without blanks between them. */
    static String joined(String text) {
        return String.join("", words(text));
    }

    /** The part of a text that is looked at. */
    static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** Whether UTF-8 was read as if it were Windows-1252 somewhere on the way. */
    static boolean mojibake(String text) {
        return !repaired(text).equals(text);
    }

    /** The text with UTF-8 that was read as Windows-1252 read rightly. */
    static String repaired(String text) {
        if (text.indexOf('Ã') < 0 && text.indexOf('Å') < 0 && text.indexOf('Â') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(CP1252);
        String read = new String(bytes, StandardCharsets.UTF_8);
        return read.indexOf('\uFFFD') < 0 ? read : text;
    }

    /** Lower case without accents; the German digraphs ae, oe, ue are a, o, u, as are ä, ö, ü. */
    static String letters(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String bare = ascii(lower) ? lower : plain(lower);
        StringBuilder out = new StringBuilder(bare.length());
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            boolean digraphEnd = c == 'e' && i > 0 && "aou".indexOf(bare.charAt(i - 1)) >= 0;
            boolean apostrophe = c == '\'' || c == '’' || c == '`' || c == '´';
            if (!digraphEnd) {
                out.append(apostrophe ? ' ' : c);
            }
        }
        return out.toString();
    }

    private static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    private static String plain(String lower) {
        String apart = Normalizer.normalize(lower, Normalizer.Form.NFKD);
        StringBuilder out = new StringBuilder(apart.length() + 4);
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            int special = SPECIAL.indexOf(c);
            if (special >= 0) {
                out.append(PLAIN[special]);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                out.append(c);
            }
        }
        return out.toString();
    }
}
