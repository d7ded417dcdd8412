package org.modestcrm.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.CustomerId;

class InteractionTest {
    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");

    private static Interaction.Builder visit(String id) {
        return Interaction.builder("webshop", id)
                .customer(CustomerId.of("v1"))
                .channel(Channel.WEB)
                .direction(Direction.INBOUND)
                .type("visit")
                .at(NINE);
    }

    @Test
    void a_visit_tells_page_duration_and_product() {
        Interaction visit = visit("1")
                .visit(new Visit("/mugs/blue", Duration.ofNanos(1_999_999), "MUG-1"))
                .outcome("basket")
                .build();

        assertThat(visit.visit().orElseThrow().duration()).isEqualTo(Duration.ofMillis(1));
        assertThat(visit.key()).isEqualTo("webshop/1");
        assertThat(visit.visit().orElseThrow()).hasToString("visit of product MUG-1");
    }

    @Test
    void only_messages_of_the_shop_count_as_such() {
        assertThatThrownBy(() -> visit("1").messageClass("marketing").build())
                .hasMessage("interaction 1 of webshop: message class: MARKETING of an inbound contact"
                        + " (expected: of outbound ones only)");
        assertThatThrownBy(() -> new Visit("/", Duration.ofSeconds(-1), ""))
                .hasMessage("visit duration: PT-1S (expected: 0 to 24 hours)");
    }

    @Test
    void a_batch_is_kept_whole_or_not_at_all() {
        InMemoryInteractionLog log = new InMemoryInteractionLog();
        List<Interaction> batch = List.of(
                visit("1").build(), visit("2").build(), visit("1").topic("mugs").build());

        assertThatThrownBy(() -> log.recordAll(batch))
                .hasMessage("interaction 1 of webshop is known with other content, of 2026-03-01T09:00:00Z"
                        + " (expected: an external id of its own)");
        assertThat(log.of(CustomerId.of("v1"))).isEmpty();
    }

    @Test
    void instants_are_kept_to_the_microsecond() {
        assertThat(visit("1").at(NINE.plusNanos(1_999)).build().at()).isEqualTo(NINE.plusNanos(1_000));
    }
}
