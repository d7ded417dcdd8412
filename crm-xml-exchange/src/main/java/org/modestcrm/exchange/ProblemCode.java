package org.modestcrm.exchange;

import java.util.Locale;

/** What can be wrong with a document of the exchange. Stable for programs; docs/errors.md tells cause and cure of each. */
public enum ProblemCode {
    /** Not UTF-8, or said to be something else. */
    PX_ENCODING(Severity.FATAL),
    /** A document type declaration. */
    PX_DOCTYPE(Severity.FATAL),
    /** A reference to an entity other than the five of XML. */
    PX_ENTITY(Severity.FATAL),
    /** A comment. */
    PX_COMMENT(Severity.FATAL),
    /** A processing instruction. */
    PX_INSTRUCTION(Severity.FATAL),
    /** An attribute of the XML Schema instance namespace. */
    PX_XSI(Severity.FATAL),
    /** Not well-formed, or it ends in the middle. */
    PX_SYNTAX(Severity.FATAL),
    /** More of something than the reader takes. */
    PX_LIMIT(Severity.FATAL),
    /** A namespace that is no absolute URI, or a root of another namespace. */
    PX_NAMESPACE(Severity.FATAL),
    /** The root element is not the one expected. */
    PX_ROOT(Severity.FATAL),
    /** A version of the format that is not 1.x. */
    PX_VERSION(Severity.FATAL),
    /** The packing of a compressed part is broken or hides something. */
    PX_PACKING(Severity.FATAL),
    /** An element nobody knows, or at a place where it may not be. */
    PX_ELEMENT(Severity.ERROR),
    /** An attribute nobody knows. */
    PX_ATTRIBUTE(Severity.ERROR),
    /** An element or attribute is missing. */
    PX_MISSING(Severity.ERROR),
    /** An element is there more often than it may be. */
    PX_REPEATED(Severity.ERROR),
    /** Text where only elements may be, or the other way round. */
    PX_CONTENT(Severity.ERROR),
    /** An id of another shape. */
    PX_ID(Severity.ERROR),
    /** A number that is none, or out of bounds. */
    PX_NUMBER(Severity.ERROR),
    /** No instant with date, time and offset. */
    PX_TIME(Severity.ERROR),
    /** No birth date. */
    PX_DATE(Severity.ERROR),
    /** No language tag. */
    PX_LANGUAGE(Severity.ERROR),
    /** No amount of money. */
    PX_MONEY(Severity.ERROR),
    /** No currency of ISO 4217. */
    PX_CURRENCY(Severity.ERROR),
    /** No country of ISO 3166-1. */
    PX_COUNTRY(Severity.ERROR),
    /** No code of letters, digits, underscore, point and hyphen. */
    PX_CODE(Severity.ERROR),
    /** No word of the closed list that belongs here. */
    PX_WORD(Severity.ERROR),
    /** No e-mail address. */
    PX_EMAIL(Severity.ERROR),
    /** No telephone number in the form of E.164. */
    PX_PHONE(Severity.ERROR),
    /** A text that is blank, too long, or has characters that do not belong in one. */
    PX_TEXT(Severity.ERROR),
    /** A key of another shape. */
    PX_KEY(Severity.ERROR),
    /** No digest of SHA-256 in lower-case hex. */
    PX_DIGEST_SHAPE(Severity.ERROR),
    /** The parts of a record contradict each other. */
    PX_CONTRADICTION(Severity.ERROR),
    /** Two records of one document, or two parts of one record, have the same id. */
    PX_DUPLICATE(Severity.ERROR),
    /** The document does not hold as many records as it says. */
    PX_COUNTS(Severity.FATAL),
    /** A profile that is gone for good comes again. */
    PX_GONE(Severity.ERROR),
    /** A profile or tombstone older than what is known. */
    PX_OLDER(Severity.WARNING),
    /** A problem of a code only the partner knows. */
    PX_OTHER(Severity.WARNING),
    /** A profile that cannot be written: a character XML does not have, more than the format takes. */
    PX_UNWRITABLE(Severity.ERROR),
    /** A message of an id that was received before with other content. */
    PX_FORGED(Severity.FATAL);

    /** How much a problem costs. */
    public enum Severity {
        /** The whole document is refused. */
        FATAL,
        /** The record is refused. */
        ERROR,
        /** Nothing is refused. */
        WARNING;

        /**
         * The word that stands in documents.
         *
         * @return such as {@code fatal}
         */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Severity severity;

    ProblemCode(Severity severity) {
        this.severity = severity;
    }

    /**
     * How much it costs.
     *
     * @return never null
     */
    public Severity severity() {
        return severity;
    }

    /**
     * The code as it is printed.
     *
     * @return such as {@code PX-DOCTYPE}
     */
    @Override
    public String toString() {
        return name().replace('_', '-');
    }
}
