package org.modestcrm.email;

import java.util.Arrays;
import org.modestcrm.internal.Texts;

/**
 * A file that goes with a mail, such as an invoice. Immutable.
 *
 * @param name of the file as the reader sees it, 1 to 150 characters, no path
 * @param type its media type, such as {@code application/pdf}
 * @param content its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out
public record Attachment(String name, String type, byte[] content) {
    /**
     * Checks the parts and copies the bytes.
     *
     * @param name of the file
     * @param type its media type
     * @param content its bytes
     */
    public Attachment {
        Texts.required("attachment name", name, 150);
        if (name.contains("/") || name.contains("\\")) {
            throw new IllegalArgumentException("attachment name: has a slash (expected: a file name without a path)");
        }
        if (!type.matches("[a-z]+/[a-z0-9.+-]+")) {
            throw new IllegalArgumentException(
                    "attachment type: not a media type (expected: such as application/pdf, no parameters)");
        }
        content = content.clone();
    }

    /**
     * The bytes.
     *
     * @return a copy
     */
    @Override
    public byte[] content() {
        return content.clone();
    }

    int size() {
        return content.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attachment that
                && name.equals(that.name)
                && type.equals(that.type)
                && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return "attachment of " + content.length + " bytes";
    }
}
