package org.modestcrm.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.modestcrm.Crm;
import org.modestcrm.money.Money;
import org.modestcrm.order.Order;

/** The published figures of the UCI Online Retail set (doi 10.24432/C5BW33), where ORDERS names its file. */
@EnabledIfEnvironmentVariable(
        named = "ORDERS",
        matches = ".+",
        disabledReason = "set ORDERS to the path of online-retail.csv.gz to run it")
class OnlineRetailTest {
    @Test
    void the_real_file_is_read_to_the_last_line() {
        Crm crm = Crm.inMemory(Clock.fixed(Instant.parse("2011-12-10T00:00:00Z"), ZoneOffset.UTC));

        ReadReport report = OrderCsv.builder(Money.currencyOf("GBP"), ZoneId.of("Europe/London"))
                .build()
                .read(Path.of(System.getenv("ORDERS")), OrderSink.into(crm));

        assertThat(report).isEqualTo(new ReadReport(541_909, 406_829, 135_080, 0, List.of()));
        assertThat(crm.customers().all()).hasSize(4_372);
        List<Order> sales = crm.orders()
                .orders()
                .filter(order -> order.customer().isPresent())
                .filter(order ->
                        order.lines().stream().anyMatch(line -> !line.total().isZero()))
                .toList();
        assertThat(sales).hasSize(18_532);
        assertThat(sales.stream().map(order -> order.total().amount()).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("8911407.904");
        assertThat(crm.orders()
                        .refunds()
                        .filter(refund -> refund.customer().isPresent())
                        .map(refund -> refund.amount().amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("611342.09");
    }
}
