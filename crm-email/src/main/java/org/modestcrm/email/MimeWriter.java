package org.modestcrm.email;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Writes the bytes of a message: header fields (RFC 5322, RFC 2047, RFC 2231) and encoded bodies (RFC 2045). Jakarta Mail looks
 * up its encoders anew for every part, which takes longer than all the rest.
 */
final class MimeWriter {
    private static final int LINE = 76;
    private static final int WORD_BYTES = 45;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(16_384);

    /** A line of header or boundary, as it is. */
    MimeWriter line(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        out.write('\r');
        out.write('\n');
        return this;
    }

    /** A field of free text, in encoded words where it is not plain. */
    MimeWriter field(String name, String text) {
        boolean plain = isPlain(text) && name.length() + text.length() < 900;
        return line(name + ": " + (plain ? folded(name.length() + 2, text) : encodedWords(text)));
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 127) && !text.contains("=?");
    }

    /** Broken at blanks where a line would be longer than people like to read (RFC 5322, 2.1.1). */
    private static String folded(int already, String text) {
        StringBuilder folded = new StringBuilder();
        int width = already;
        for (String word : text.split("(?= )", -1)) {
            if (width + word.length() > LINE && width > already && !word.isBlank()) {
                folded.append("\r\n");
                width = 0;
            }
            folded.append(word);
            width += word.length();
        }
        return folded.toString();
    }

    private static String encodedWords(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int bytes = 0;
        for (int c : text.codePoints().toArray()) {
            int more = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (bytes + more > WORD_BYTES) {
                words.add(encodedWord(word.toString()));
                word.setLength(0);
                bytes = 0;
            }
            word.appendCodePoint(c);
            bytes += more;
        }
        words.add(encodedWord(word.toString()));
        return String.join("\r\n ", words);
    }

    private static String encodedWord(String text) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    /** A name before an address: as it is, in quotes, or in encoded words. */
    static String phrase(String name) {
        if (!isPlain(name)) {
            return encodedWords(name);
        }
        boolean atoms = name.matches("[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+");
        return atoms ? name : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** The name of a file: in quotes where it is plain, else in pieces that no reader has to guess at. */
    static String fileName(String name) {
        if (isPlain(name) && name.length() <= 60) {
            return "; filename=\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
        StringBuilder pieces = new StringBuilder();
        StringBuilder piece = new StringBuilder("UTF-8''");
        int number = 0;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            if (piece.length() > 55) {
                pieces.append(piece(number++, piece));
                piece.setLength(0);
            }
            boolean safe = b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b == '.' || b == '-';
            piece.append(safe ? Character.toString((char) b) : String.format(Locale.ROOT, "%%%02X", b & 0xff));
        }
        return pieces.append(piece(number, piece)).toString();
    }

    private static String piece(int number, CharSequence piece) {
        return ";\r\n filename*" + number + "*=" + piece;
    }

    /** Text in the shorter of both encodings, its header before it. */
    MimeWriter text(String subtype, String content) {
        byte[] bytes = content.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        line("Content-Type: text/" + subtype + "; charset=UTF-8");
        int beyond = 0;
        for (byte b : bytes) {
            beyond += b < 0 ? 1 : 0;
        }
        return 6 * beyond > bytes.length ? base64(bytes) : quotedPrintable(bytes);
    }

    MimeWriter base64(byte[] content) {
        line("Content-Transfer-Encoding: base64").line("");
        out.writeBytes(Base64.getMimeEncoder().encode(content));
        return line("");
    }

    private MimeWriter quotedPrintable(byte[] content) {
        line("Content-Transfer-Encoding: quoted-printable").line("");
        int width = 0;
        for (int i = 0; i < content.length; i++) {
            if (content[i] == '\r') {
                line("");
                width = 0;
                i++;
                continue;
            }
            boolean literal = isLiteral(content, i);
            if (width + (literal ? 1 : 3) > LINE - 1) {
                line("=");
                width = 0;
            }
            width += literal ? 1 : 3;
            write(content[i], literal);
        }
        return line("");
    }

    private void write(byte b, boolean literal) {
        if (literal) {
            out.write(b);
        } else {
            out.write('=');
            out.write(HEX[b >> 4 & 0xf]);
            out.write(HEX[b & 0xf]);
        }
    }

    /** A blank at the end of a line would be lost on the way. */
    private static boolean isLiteral(byte[] content, int i) {
        byte b = content[i];
        boolean atEnd = i + 1 == content.length || content[i + 1] == '\r';
        return b > ' ' && b < 127 && b != '=' || (b == ' ' || b == '\t') && !atEnd;
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
