package org.modestcrm.csv;

/** A file cannot be read as a whole: it is not there, not complete, or no order file. The message tells what to do. */
public final class CsvException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CsvException(String message) {
        super(message);
    }

    CsvException(String message, Throwable cause) {
        super(message, cause);
    }
}
