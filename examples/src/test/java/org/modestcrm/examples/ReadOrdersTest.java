package org.modestcrm.examples;

import static org.modestcrm.testkit.CrmAssertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modestcrm.Crm;
import org.modestcrm.order.OrderNumber;
import org.modestcrm.testkit.CrmAssertions;
import org.modestcrm.testkit.SettableClock;

class ReadOrdersTest {
    @Test
    void the_report_counts_every_line_and_names_those_that_were_refused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("orders.csv"), """
                order_id,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
                1,MUG-1,"Mug, blue",2,1/3/2026 9:00,12.50,17,France
                1,MUG-2,Mug,1,1/3/2026 9:00,5.00,17,France
                2,MUG-1,"Mug, blue",1,1/3/2026 10:00,12.50,,France
                3,MUG-1,"Mug, blue",many,1/3/2026 11:00,12.50,18,France
                """);
        Crm crm = Crm.inMemory(SettableClock.at("2026-03-02T09:00Z"));

        String report = ReadOrders.report(file, crm);

        assertThat(report)
                .startsWith("lines read 4\n  used 2\n  anonymous 1\n  refused 1\n    ")
                .contains("CSV-QUANTITY");
        assertThat(crm.orders().find(OrderNumber.of("1")))
                .get(CrmAssertions.ORDER)
                .isWorth("30.00 EUR")
                .hasLine("MUG-1", 2);
    }
}
