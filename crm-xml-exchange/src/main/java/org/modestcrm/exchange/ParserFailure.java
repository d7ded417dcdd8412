package org.modestcrm.exchange;

import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Turns what the parser throws into a problem with a code, or into our exception where it is not the document's fault. */
final class ParserFailure {
    private ParserFailure() {}

    static ExchangeProblem problem(XMLStreamException failure, Place place) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof MeteredInput.Exceeded exceeded) {
                return new ExchangeProblem(ProblemCode.PX_LIMIT, place, String.valueOf(exceeded.getMessage()));
            }
            if (cause instanceof CharConversionException) {
                return new ExchangeProblem(
                        ProblemCode.PX_ENCODING, place, "bytes that are no UTF-8 (expected: UTF-8 throughout)");
            }
            if (cause instanceof ZipException || cause instanceof EOFException) {
                return new ExchangeProblem(
                        ProblemCode.PX_PACKING, place, "packing broken or cut off (expected: one gzip member)");
            }
            if (cause instanceof IOException io) {
                throw unreadable(place.part(), io);
            }
        }
        return ofMessage(String.valueOf(failure.getMessage()), place);
    }

    private static @Nullable Throwable next(Throwable failure) {
        if (failure instanceof XMLStreamException xml && xml.getNestedException() != null) {
            return xml.getNestedException();
        }
        return failure.getCause();
    }

    private static ExchangeProblem ofMessage(String message, Place place) {
        String first = message.lines().findFirst().orElse("");
        if (first.contains("limit (") || first.contains("Maximum")) {
            return new ExchangeProblem(
                    ProblemCode.PX_LIMIT,
                    place,
                    "name, text, attribute or depth over the limit (expected: within ReadLimits)");
        }
        if (first.contains("ntity")) {
            return new ExchangeProblem(
                    ProblemCode.PX_ENTITY, place, "entity reference (expected: only the five of XML, such as &amp;)");
        }
        return new ExchangeProblem(
                ProblemCode.PX_SYNTAX,
                place,
                "not well-formed: " + ExchangeProblem.harmless(first, 120) + " (expected: XML 1.0)");
    }

    static ExchangeException unreadable(String part, IOException failure) {
        return new ExchangeException(part + ": cannot be read (" + failure.getMessage() + ")", failure);
    }
}
