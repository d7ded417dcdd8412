package org.modestcrm.tests.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.modestcrm.Crm;
import org.modestcrm.consent.Consent;
import org.modestcrm.consent.ConsentStatus;
import org.modestcrm.consent.Purpose;
import org.modestcrm.contact.Suppression;
import org.modestcrm.customer.AddressUse;
import org.modestcrm.customer.AttributeValue;
import org.modestcrm.customer.BirthDate;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.ContactPoint;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.Identifier;
import org.modestcrm.customer.IdentifierType;
import org.modestcrm.customer.PersonName;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.event.Event;
import org.modestcrm.interaction.Direction;
import org.modestcrm.interaction.Interaction;
import org.modestcrm.jdbc.JdbcStores;
import org.modestcrm.money.Money;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderLine;
import org.modestcrm.order.OrderNumber;
import org.modestcrm.source.CustomerErasedException;
import org.modestcrm.task.Assignee;
import org.modestcrm.task.Task;
import org.modestcrm.task.TaskId;
import org.modestcrm.task.Topic;

/** After an erasure nothing of the person stands in any column of any table. */
class JdbcErasureTest {
    private static final Clock NINE = Clock.fixed(Instant.parse("2026-03-01T09:00:00Z"), ZoneOffset.UTC);
    private static final CustomerId ID = CustomerId.of("c1");
    private static final List<String> VALUES = List.of(
            "alice.liddell@example.org",
            "Liddell",
            "33612345678",
            "Treacle",
            "1852-05-04",
            "CARD-771",
            "white rabbit",
            "tea party",
            "croquet");

    private static Customer alice() {
        return Customer.builder(ID)
                .name(PersonName.of("Alice", "Liddell"))
                .email(EmailAddress.of("alice.liddell@example.org"))
                .contactPoint(ContactPoint.phone("+33612345678"))
                .address(
                        PostalAddress.builder()
                                .line("1 Treacle Lane")
                                .city("Oxford")
                                .build(),
                        AddressUse.HOME)
                .birthDate(BirthDate.of(LocalDate.parse("1852-05-04")))
                .identifier(Identifier.of(IdentifierType.LOYALTY_CARD, "shop", "CARD-771"))
                .attribute("pet", new AttributeValue.Text("white rabbit"))
                .build();
    }

    private static void recordAll(Crm crm) {
        crm.record(alice());
        Money price = Money.of("10.00", "EUR");
        crm.record(Order.builder(OrderNumber.of("o1"), price.currency())
                .customer(ID)
                .placedAt(NINE.instant())
                .email(EmailAddress.of("alice.liddell@example.org"))
                .buyerName("Alice Liddell")
                .shippingAddress(PostalAddress.builder().line("1 Treacle Lane").build())
                .line(new OrderLine("sku", "", 1, price))
                .build());
        crm.record(Interaction.builder("shop", "i1")
                .customer(ID)
                .channel(Channel.PHONE)
                .direction(Direction.INBOUND)
                .type("call")
                .at(NINE.instant())
                .subject("tea party")
                .build());
        crm.record(Consent.builder(ID, Channel.EMAIL, Purpose.NEWSLETTER)
                .status(ConsentStatus.GRANTED)
                .at(NINE.instant())
                .address("alice.liddell@example.org")
                .build());
        crm.record(Task.builder(TaskId.of("t1"), Topic.of("callback"), NINE.instant())
                .assignee(Assignee.of("desk"))
                .customer(ID)
                .subject("croquet")
                .build());
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void no_value_of_an_erased_person_is_left_in_any_column(Databases database) throws SQLException {
        JdbcStores stores = database.empty();
        Crm crm = Crm.builder().stores(stores.stores()).clock(NINE).build();
        crm.record(new Suppression(
                Channel.EMAIL, "alice.liddell@example.org", Suppression.Reason.SHOP, "", NINE.instant()));
        stores.stores().events().register("slow", Event.class);
        recordAll(crm);
        for (String value : VALUES) {
            assertThat(places(database, value)).as(value).isNotEmpty();
        }

        crm.rights().erase(ID);

        for (String value : VALUES) {
            assertThat(places(database, value)).as(value).isEmpty();
        }
        assertThat(crm.orders().find(OrderNumber.of("o1"))).isPresent();
        assertThat(stores.stores().register().erasure(ID)).isPresent();
        Customer again = alice().toBuilder().build();
        assertThatThrownBy(() -> crm.record(again)).isInstanceOf(CustomerErasedException.class);
    }

    private static List<String> places(Databases database, String value) throws SQLException {
        List<String> places = new ArrayList<>();
        for (String table : database.tables("crm_")) {
            try (Connection connection = database.source().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select * from " + table)) {
                while (rows.next()) {
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        if (textOf(rows, i).contains(value.toLowerCase(Locale.ROOT))) {
                            places.add(table + "." + rows.getMetaData().getColumnName(i));
                        }
                    }
                }
            }
        }
        return places;
    }

    private static String textOf(ResultSet rows, int column) throws SQLException {
        Object value = rows.getObject(column);
        if (value == null) {
            return "";
        }
        String text =
                value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : rows.getString(column);
        return text.toLowerCase(Locale.ROOT);
    }
}
