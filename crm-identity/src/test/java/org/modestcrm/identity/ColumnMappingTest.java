package org.modestcrm.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modestcrm.source.RecordKey;

class ColumnMappingTest {
    @Test
    void columns_are_recognised_by_their_names() {
        ColumnMapping columns = ColumnMapping.of(
                List.of("\uFEFFRecord ID", "source", "First-Name", "nom", "dob", "loyalty_id", "seen_at", "colour"));

        PersonRecord record =
                columns.read(List.of("7", "till", "Jean", "Dupont", "1980-02-29", "123456", "2024-01-01", "red"));

        assertThat(record.key()).isEqualTo(RecordKey.of("till", "7"));
        assertThat(record.values(PersonField.GIVEN_NAME)).containsExactly("Jean");
        assertThat(record.values(PersonField.FAMILY_NAME)).containsExactly("Dupont");
        assertThat(record.values(PersonField.BIRTH_DATE)).containsExactly("1980-02-29");
        assertThat(record.identifiers()).isEqualTo(Map.of("loyalty_id", List.of("123456")));
        assertThat(columns.unused()).containsExactly("colour");
    }

    @Test
    void a_caller_names_columns_of_the_files_own() {
        ColumnMapping columns = ColumnMapping.of(
                List.of("id", "who", "carte", "email"),
                ColumnMapping.parseNames("who=FULL_NAME, carte=ID:card, email=-"));

        PersonRecord record = columns.read(List.of("7", "Jean Dupont", "42", "jean@example.org"));

        assertThat(record.key()).isEqualTo(RecordKey.of("file", "7"));
        assertThat(record.values(PersonField.FULL_NAME)).containsExactly("Jean Dupont");
        assertThat(record.identifiers()).isEqualTo(Map.of("card", List.of("42")));
        assertThat(record.values(PersonField.EMAIL)).isEmpty();
        assertThat(columns.unused()).containsExactly("email");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "record_id,entity_id,email | columns [entity_id] hold the answer (expected: records alone; to leave a"
                        + " column out, map it to -)",
                "email,surname | column record_id: missing (expected: a column of that name, or id)",
                "record_id,colour | columns: none says anything of a person (expected: one such as email, surname or"
                        + " phone, or a mapping)"
            })
    void headers_that_cannot_be_used_are_refused(String header, String message) {
        assertThatThrownBy(() -> ColumnMapping.of(List.of(header.split(","))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void a_truth_column_may_be_left_out_by_name() {
        ColumnMapping columns =
                ColumnMapping.of(List.of("record_id", "cluster", "email"), ColumnMapping.parseNames("cluster=-"));

        assertThat(columns.unused()).containsExactly("cluster");
    }

    @Test
    void a_mapping_is_checked() {
        assertThatThrownBy(() -> ColumnMapping.parseNames("nom=NOSUCH"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mapping \"nom=NOSUCH\": no field of that name (expected: column=FIELD such as"
                        + " nom=FAMILY_NAME, ID:kind, or -)");
        assertThatThrownBy(
                        () -> ColumnMapping.of(List.of("record_id", "email"), ColumnMapping.parseNames("mail2=EMAIL")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("column \"mail2\" is mapped but not in the file (expected: one of its header)");
    }

    @Test
    void a_row_of_another_width_is_refused() {
        ColumnMapping columns = ColumnMapping.of(List.of("record_id", "email"));

        assertThatThrownBy(() -> columns.read(List.of("1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row: 1 values (expected: 2, as the header has)");
    }
}
