package org.modestcrm.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.modestcrm.PersonalDataExport;
import org.modestcrm.consent.Consent;
import org.modestcrm.contact.Suppression;
import org.modestcrm.customer.Customer;
import org.modestcrm.event.Event;
import org.modestcrm.interaction.Interaction;
import org.modestcrm.order.Order;
import org.modestcrm.order.Refund;
import org.modestcrm.outbox.MailState;
import org.modestcrm.source.Erasure;
import org.modestcrm.source.RecordLink;
import org.modestcrm.source.Restriction;
import org.modestcrm.source.SourceRecord;
import org.modestcrm.task.Task;

/**
 * How a type of the model looks in JSON (RFC 8259), without loss:
 *
 * <pre>{@code
 * String json = JsonForm.CUSTOMER.write(alice);
 * Customer same = JsonForm.CUSTOMER.read(json);
 * }</pre>
 *
 * <p>Amounts are texts such as {@code "80.00 EUR"}, instants ISO 8601 in UTC; empty parts are left out. Every document
 * says the version of the form in its member {@code format}, today 1; a document of a newer one is refused. Documents of
 * more than 32 Mi characters or deeper than 50 are refused, as are members given twice. Immutable and thread-safe.
 *
 * @param <T> the type
 */
public final class JsonForm<T> {
    /** Customers, with the version they are stored in. */
    public static final JsonForm<Customer> CUSTOMER = new JsonForm<>(CustomerJson::write, CustomerJson::read);

    /** Orders. */
    public static final JsonForm<Order> ORDER = new JsonForm<>(OrderJson::write, OrderJson::read);

    /** Refunds. */
    public static final JsonForm<Refund> REFUND = new JsonForm<>(OrderJson::writeRefund, OrderJson::readRefund);

    /** Interactions. */
    public static final JsonForm<Interaction> INTERACTION =
            new JsonForm<>(ContactJson::writeInteraction, ContactJson::readInteraction);

    /** Consents. */
    public static final JsonForm<Consent> CONSENT = new JsonForm<>(ContactJson::writeConsent, ContactJson::readConsent);

    /** Addresses nobody writes to. */
    public static final JsonForm<Suppression> SUPPRESSION =
            new JsonForm<>(ContactJson::writeSuppression, ContactJson::readSuppression);

    /** Tasks, with the version they are stored in. */
    public static final JsonForm<Task> TASK = new JsonForm<>(ContactJson::writeTask, ContactJson::readTask);

    /** Source records. */
    public static final JsonForm<SourceRecord> SOURCE_RECORD =
            new JsonForm<>(SourceJson::writeRecord, SourceJson::readRecord);

    /** Links between source records. */
    public static final JsonForm<RecordLink> RECORD_LINK = new JsonForm<>(SourceJson::writeLink, SourceJson::readLink);

    /** Tombstones of erased persons. */
    public static final JsonForm<Erasure> ERASURE = new JsonForm<>(SourceJson::writeErasure, SourceJson::readErasure);

    /** Restrictions of processing. */
    public static final JsonForm<Restriction> RESTRICTION =
            new JsonForm<>(SourceJson::writeRestriction, SourceJson::readRestriction);

    /** Events of every kind, told apart by their member {@code type}. */
    public static final JsonForm<Event> EVENT = new JsonForm<>(EventJson::write, EventJson::read);

    /** Where a mail is on its way, told apart by its member {@code type}. */
    public static final JsonForm<MailState> MAIL_STATE = new JsonForm<>(MailJson::write, MailJson::read);

    private static final int FORMAT = 1;
    private static final int MAX_CHARS = 32 << 20;
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(50)
                            .maxStringLength(1_000_000)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);

    private final BiConsumer<T, Written> writer;
    private final Function<Members, T> reader;

    private JsonForm(BiConsumer<T, Written> writer, Function<Members, T> reader) {
        this.writer = writer;
        this.reader = reader;
    }

    /**
     * Everything held about a person, to hand out.
     *
     * @param export what is held
     * @return one JSON object, on one line
     */
    public static String write(PersonalDataExport export) {
        Written written = new Written();
        SourceJson.writeExport(export, written);
        return written.node.put("format", FORMAT).toString();
    }

    /**
     * A value as JSON.
     *
     * @param value the value
     * @return one JSON object, on one line
     */
    public String write(T value) {
        return tree(value).toString();
    }

    private ObjectNode tree(T value) {
        Written written = new Written();
        written.node.put("format", FORMAT);
        writer.accept(value, written);
        return written.node;
    }

    /**
     * A value as JSON, together with what was unknown when it was read.
     *
     * @param kept value and unknown members; a member whose place is gone is left out
     * @return one JSON object, on one line
     */
    public String writeKept(KeptJson<T> kept) {
        ObjectNode tree = tree(kept.value());
        kept.unknown().forEach((place, json) -> {
            JsonPointer pointer = JsonPointer.compile(place);
            if (tree.at(pointer.head()) instanceof ObjectNode parent) {
                parent.set(pointer.last().getMatchingProperty(), parsed(json));
            }
        });
        return tree.toString();
    }

    /**
     * Reads a value and refuses what it does not know.
     *
     * @param json one JSON object
     * @return the value
     * @throws JsonException when something is wrong, missing or unknown; it tells the place
     */
    public T read(String json) {
        KeptJson<T> kept = readKeeping(json);
        kept.unknown().keySet().stream().sorted().findFirst().ifPresent(place -> {
            throw new JsonException(place, "unknown (expected: a member of format " + FORMAT + ")");
        });
        return kept.value();
    }

    /**
     * Reads a value and keeps beside it what it does not know.
     *
     * @param json one JSON object
     * @return the value and the unknown members
     * @throws JsonException when something is wrong or missing; it tells the place
     */
    public KeptJson<T> readKeeping(String json) {
        Map<String, String> unknown = new LinkedHashMap<>();
        T value = Members.read(parsed(json), "", unknown, members -> {
            checkFormat(members);
            return reader.apply(members);
        });
        return new KeptJson<>(value, unknown);
    }

    private static void checkFormat(Members members) {
        long format = members.number("format");
        if (format < 0 || format > FORMAT) {
            throw new JsonException(
                    "/format", format + " (expected: " + FORMAT + "; a newer version of this library reads it)");
        }
    }

    private static JsonNode parsed(String json) {
        if (json.length() > MAX_CHARS) {
            throw new JsonException("", json.length() + " characters (expected: at most " + MAX_CHARS + ")");
        }
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            throw new JsonException(
                    "",
                    "not JSON at line " + (place == null ? 1 : place.getLineNr()) + ", column "
                            + (place == null ? 1 : place.getColumnNr()) + " (expected: one JSON object)");
        }
    }
}
