package org.modestcrm.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** Looks at the first bytes of a document: UTF-8 starts with {@code <}, after a byte order mark or without one. */
final class Utf8Start {
    private Utf8Start() {}

    /** The document without its byte order mark. */
    static InputStream check(InputStream in, String part) throws IOException, Fault {
        byte[] first = in.readNBytes(4);
        int mark = first.length > 3 && first[0] == (byte) 0xEF && first[1] == (byte) 0xBB && first[2] == (byte) 0xBF
                ? 3
                : 0;
        boolean utf8 = first.length == 4 && first[mark] == '<' && (mark > 0 || first[1] != 0);
        if (!utf8) {
            String found = first.length == 0 ? "nothing in it" : "does not start with < in UTF-8";
            throw new Fault(new ExchangeProblem(
                    ProblemCode.PX_ENCODING,
                    new Place(part, 1, 1, "", ""),
                    found + " (expected: an XML document in UTF-8)"));
        }
        PushbackInputStream whole = new PushbackInputStream(in, 4);
        whole.unread(first, mark, 4 - mark);
        return whole;
    }
}
