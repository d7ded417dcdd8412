package org.modestcrm.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.EmailAddress;

class JsonFormTest {
    private static final String ORDER = """
            {"format":1,"number":"17","currency":"EUR","revision":1,"placedAt":"2026-03-01T09:00:00Z",\
            "lines":[{"sku":"a","quantity":2,"unitPrice":"40.00 EUR"}],"shipping":"0 EUR"}""";

    @Test
    void a_customer_is_one_line_without_empty_parts() {
        Customer alice = Customer.builder(CustomerId.of("c1"))
                .email(EmailAddress.of("alice@example.org"))
                .build();

        assertThat(JsonForm.CUSTOMER.write(alice))
                .isEqualTo("{\"format\":1,\"id\":\"c1\",\"kind\":\"PERSON\",\"contactPoints\":"
                        + "[{\"channel\":\"EMAIL\",\"address\":\"alice@example.org\",\"state\":\"OK\"}]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"revision\":1 | \"revision\":0 | document: order 17: revision: 0 (expected: 1 or more)",
                "\"quantity\":2 | \"quantity\":\"2\" | /lines/0/quantity: not a whole number of 64 bits (expected: one)",
                "\"quantity\":2 | \"quantity\":5000000000 | /lines/0/quantity: 5000000000 (expected: a whole number of 32 bits)",
                "40.00 EUR | 40 | /lines/0/unitPrice: a text of 2 characters (expected: an amount such as 80.00 EUR)",
                "40.00 EUR | 1e9999 EUR | /lines/0/unitPrice: a text of 6 characters (expected: a decimal number such as 80.00)",
                "2026-03-01T09:00:00Z | March | /placedAt: a text of 5 characters (expected: a date, time or zone in the form of ISO 8601)",
                "\"shipping\":\"0 EUR\" | \"shipping\":null | /shipping: missing (expected: a text)",
                "\"shipping\":\"0 EUR\" | \"shipping\":5 | /shipping: NUMBER (expected: a text)",
                "\"sku\":\"a\" | \"sku\":\"a\",\"colour\":\"red\" | /lines/0/colour: unknown (expected: a member of format 1)",
                "\"format\":1 | \"format\":2 | /format: 2 (expected: 1; a newer version of this library reads it)",
                "\"lines\":[ | \"lines\":[7, | /lines/0: NUMBER (expected: an object)",
                "\"number\":\"17\" | \"number\":\"17\",\"number\":\"18\" | document: not JSON at line 1, column 35 (expected: one JSON object)",
                "\"0 EUR\"} | \"0 EUR\" | document: not JSON at line 1, column 168 (expected: one JSON object)",
            })
    void a_fault_is_told_with_its_place(String found, String wrong, String message) {
        String json = ORDER.replace(found, wrong);

        assertThatThrownBy(() -> JsonForm.ORDER.read(json))
                .isInstanceOf(JsonException.class)
                .hasMessage(message);
    }

    @Test
    void a_constant_is_asked_for_by_all_its_names() {
        assertThatThrownBy(() -> JsonForm.CUSTOMER.read("{\"id\":\"c1\",\"kind\":\"DOG\"}"))
                .isInstanceOfSatisfying(
                        JsonException.class, e -> assertThat(e.pointer()).isEqualTo("/kind"))
                .hasMessage("/kind: unknown (expected: one of [PERSON, ORGANISATION])");
    }

    @Test
    void documents_too_deep_are_refused() {
        String deep = "{\"id\":\"c1\",\"kind\":\"PERSON\",\"x\":" + "[".repeat(60) + "]".repeat(60) + "}";

        assertThatThrownBy(() -> JsonForm.CUSTOMER.readKeeping(deep)).isInstanceOf(JsonException.class);
    }

    @Test
    void a_document_of_another_kind_is_refused() {
        assertThatThrownBy(() -> JsonForm.CUSTOMER.read("[1]")).hasMessage("document: ARRAY (expected: an object)");
        assertThatThrownBy(() ->
                        JsonForm.EVENT.read("{\"type\":\"Party\",\"id\":1,\"recordedAt\":\"2026-03-01T09:00:00Z\"}"))
                .hasMessage("/type: unknown (expected: the name of an event of this version)");
    }

    @Test
    void kept_members_go_back_to_their_place_and_nowhere_else() {
        KeptJson<Customer> kept = JsonForm.CUSTOMER.readKeeping(
                "{\"id\":\"c1\",\"kind\":\"PERSON\",\"name\":{\"full\":\"Alice\",\"nick\":\"Al\"}}");

        assertThat(kept.unknown()).isEqualTo(Map.of("/name/nick", "\"Al\""));
        assertThat(JsonForm.CUSTOMER.writeKept(kept)).contains("\"nick\":\"Al\"");
        Customer nameless = Customer.builder(CustomerId.of("c1")).build();
        assertThat(JsonForm.CUSTOMER.writeKept(new KeptJson<>(nameless, kept.unknown())))
                .isEqualTo(JsonForm.CUSTOMER.write(nameless));
        assertThat(kept).hasToString("customer c1 and 1 unknown members");
    }
}
