package org.modestcrm.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.modestcrm.source.RecordKey;

/**
 * What the columns of a file say of persons: recognised by their names, or named by the caller. Immutable.
 *
 * <pre>{@code
 * ColumnMapping columns = ColumnMapping.of(header);                          // or with names of the file's own:
 * ColumnMapping columns = ColumnMapping.of(header, ColumnMapping.parseNames("nom=FAMILY_NAME,carte=ID:card"));
 * PersonRecord record = columns.read(row);
 * }</pre>
 *
 * <p>A column {@code record_id} (or {@code id}) must be there; {@code source} is optional. A column whose name ends in
 * {@code _id}, {@code _number} or {@code _no} is an identifier of the kind of that name. Other columns are left out, and
 * told by {@link #unused()}. Columns that hold the truth of a test set are refused, since matching by them proves nothing.
 */
public final class ColumnMapping {
    private static final String IDENTIFIER = "ID:";
    private static final String UNUSED = "-";
    private static final String NO_SOURCE = "file";
    private static final Set<String> RECORD_ID = Set.of("record_id", "id", "rec_id", "record");
    private static final Set<String> SOURCE = Set.of("source", "system");
    private static final Set<String> NOT_COMPARED = Set.of("seen_at", "updated_at", "created_at", "changed_at");
    private static final Set<String> TRUTH = Set.of(
            "entity_id",
            "cluster",
            "cluster_id",
            "person_id",
            "household_id",
            "original_id",
            "truth",
            "true_id",
            "rec_original_id");

    private final int width;
    private final int recordId;
    private final int source;
    private final Map<Integer, PersonField> fields = new TreeMap<>();
    private final Map<Integer, String> identifiers = new TreeMap<>();
    private final List<String> unused = new ArrayList<>();

    private ColumnMapping(List<String> header, Map<String, String> names) {
        List<String> columns = header.stream().map(ColumnMapping::plain).toList();
        refuseTruth(columns, names);
        names.keySet().stream()
                .filter(name -> !columns.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("column \"" + shown(name)
                            + "\" is mapped but not in the file (expected: one of its header)");
                });
        width = columns.size();
        recordId = indexOf(columns, RECORD_ID);
        source = indexOf(columns, SOURCE);
        if (recordId < 0) {
            throw new IllegalArgumentException("column record_id: missing (expected: a column of that name, or id)");
        }
        for (int i = 0; i < width; i++) {
            if (i != recordId && i != source) {
                column(i, columns.get(i), Optional.ofNullable(names.get(columns.get(i))));
            }
        }
        if (fields.isEmpty() && identifiers.isEmpty()) {
            throw new IllegalArgumentException("columns: none says anything of a person (expected: one such as email,"
                    + " surname or phone, or a mapping)");
        }
    }

    /**
     * Recognises columns by their names.
     *
     * @param header the names of the columns
     * @return the mapping
     * @throws IllegalArgumentException when there is no record id, nothing of a person, or a column with the truth
     */
    public static ColumnMapping of(List<String> header) {
        return new ColumnMapping(header, Map.of());
    }

    /**
     * Recognises columns by their names, but for those the caller names.
     *
     * @param header the names of the columns
     * @param names what {@link #parseNames} read
     * @return the mapping
     * @throws IllegalArgumentException as {@link #of(List)}, or when a mapped column is not in the file
     */
    public static ColumnMapping of(List<String> header, Map<String, String> names) {
        return new ColumnMapping(header, names);
    }

    /**
     * Reads a mapping.
     *
     * @param text {@code column=FIELD,…}: a {@link PersonField}, {@code ID:kind} for an identifier, or {@code -} to leave
     *     the column out
     * @return by column
     * @throws IllegalArgumentException when a part is none of these
     */
    public static Map<String, String> parseNames(String text) {
        Map<String, String> names = new TreeMap<>();
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            String field = equals < 0 ? "" : part.substring(equals + 1).strip();
            boolean known = field.equals(UNUSED)
                    || identifier(field)
                    || PersonField.ofColumn(field).isPresent();
            if (equals < 1 || !known) {
                throw new IllegalArgumentException("mapping \"" + shown(part)
                        + "\": no field of that name (expected: column=FIELD such as nom=FAMILY_NAME, ID:kind, or -)");
            }
            names.put(plain(part.substring(0, equals)), field);
        }
        return names;
    }

    private static boolean identifier(String field) {
        return field.startsWith(IDENTIFIER) && field.length() > IDENTIFIER.length();
    }

    private static String plain(String column) {
        String bare = column.startsWith("\uFEFF") ? column.substring(1) : column;
        return bare.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }

    private static String shown(String text) {
        return text.length() > 60 ? text.substring(0, 60) : text;
    }

    private static void refuseTruth(List<String> columns, Map<String, String> names) {
        Set<String> truth = new TreeSet<>(columns);
        truth.retainAll(TRUTH);
        truth.removeIf(column -> UNUSED.equals(names.get(column)));
        if (!truth.isEmpty()) {
            throw new IllegalArgumentException("columns " + truth
                    + " hold the answer (expected: records alone; to leave a column out, map it to -)");
        }
    }

    private static int indexOf(List<String> columns, Set<String> names) {
        for (int i = 0; i < columns.size(); i++) {
            if (names.contains(columns.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private void column(int i, String name, Optional<String> mapped) {
        String field = mapped.orElse(name);
        boolean number = name.endsWith("_id") || name.endsWith("_number") || name.endsWith("_no");
        Optional<PersonField> known = PersonField.ofColumn(field);
        if (mapped.filter(ColumnMapping::identifier).isPresent()) {
            identifiers.put(i, field.substring(IDENTIFIER.length()));
        } else if (known.isPresent()) {
            fields.put(i, known.orElseThrow());
        } else if (mapped.isEmpty() && number) {
            identifiers.put(i, name);
        } else if (!NOT_COMPARED.contains(name) || mapped.isPresent()) {
            unused.add(name);
        }
    }

    /**
     * Columns that say nothing the matcher understands.
     *
     * @return their names; may be empty
     */
    public List<String> unused() {
        return List.copyOf(unused);
    }

    /**
     * Reads a row.
     *
     * @param row values in the order of the header
     * @return the record; its source is {@code file} where the row names none
     * @throws IllegalArgumentException when the row has another number of values, or no record id
     */
    public PersonRecord read(List<String> row) {
        if (row.size() != width) {
            throw new IllegalArgumentException(
                    "row: " + row.size() + " values (expected: " + width + ", as the header has)");
        }
        String from = source < 0 || row.get(source).isBlank()
                ? NO_SOURCE
                : row.get(source).strip();
        PersonRecord.Builder record =
                PersonRecord.builder(RecordKey.of(from, row.get(recordId).strip()));
        fields.forEach((i, field) -> record.value(field, row.get(i)));
        identifiers.forEach((i, kind) -> record.identifier(kind, row.get(i)));
        return record.build();
    }
}
