package org.modestcrm.json;

/** JSON that is not what was expected. The message tells the place and never repeats a text of the document. */
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The place in the document. */
    private final String pointer;

    JsonException(String pointer, String problem) {
        super((pointer.isEmpty() ? "document" : pointer) + ": " + problem);
        this.pointer = pointer;
    }

    /**
     * Where it is.
     *
     * @return a JSON pointer (RFC 6901), empty text for the document as a whole
     */
    public String pointer() {
        return pointer;
    }
}
