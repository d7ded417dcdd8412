package org.modestcrm.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SnippetsTest {
    private static final String PAGE = """
            # Page
            ```java
            crm.record(order);

            mails.confirm(order);
            ```
            ```xml
            <a/>
            ```
            1. in a list
               ```java
               crm.deliverPending();
               ```
            """;

    @Test
    void blocks_of_java_are_found_and_others_are_not() {
        assertThat(Snippets.javaBlocks(PAGE))
                .hasSize(2)
                .first()
                .isEqualTo(List.of("crm.record(order);", "", "mails.confirm(order);"));
    }

    @Test
    void a_block_occurs_in_a_source_whatever_its_indentation() {
        List<String> block = Snippets.javaBlocks(PAGE).get(0);

        assertThat(Snippets.occursIn(block, "{\n    crm.record(order);\n    mails.confirm(order);\n}"))
                .isTrue();
        assertThat(Snippets.occursIn(block, "crm.record(order);\nlog();\nmails.confirm(order);"))
                .isFalse();
        assertThat(Snippets.occursIn(block, "crm.record(orders);\nmails.confirm(order);"))
                .isFalse();
    }

    @Test
    void a_block_of_nothing_occurs_nowhere() {
        assertThat(Snippets.occursIn(List.of(" "), "anything")).isFalse();
    }
}
