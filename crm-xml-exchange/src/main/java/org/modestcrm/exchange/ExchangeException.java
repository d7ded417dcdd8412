package org.modestcrm.exchange;

/**
 * A file of the exchange cannot be read or written at all: it is not there, a directory, or the disk fails. What is wrong
 * inside a file is an {@link ExchangeProblem} instead. The message tells what to do.
 */
public final class ExchangeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ExchangeException(String message, Throwable cause) {
        super(message, cause);
    }

    ExchangeException(String message) {
        super(message);
    }
}
