package org.modestcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.modestcrm.Shop.CLAIRE;
import static org.modestcrm.Shop.NINE;
import static org.modestcrm.Shop.alice;
import static org.modestcrm.Shop.call;
import static org.modestcrm.Shop.customer;
import static org.modestcrm.Shop.id;
import static org.modestcrm.Shop.minute;
import static org.modestcrm.Shop.newsletter;
import static org.modestcrm.Shop.order;
import static org.modestcrm.Shop.refund;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.modestcrm.consent.ConsentStatus;
import org.modestcrm.consent.Purpose;
import org.modestcrm.contact.ContactDecision;
import org.modestcrm.contact.Refusal;
import org.modestcrm.contact.Suppression;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.event.Event;
import org.modestcrm.money.Money;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderNumber;
import org.modestcrm.source.CustomerErasedException;
import org.modestcrm.source.Erasure;
import org.modestcrm.source.ErasureKey;
import org.modestcrm.source.RecordKey;
import org.modestcrm.source.SourceRecord;
import org.modestcrm.task.Assignee;
import org.modestcrm.task.Task;
import org.modestcrm.task.TaskId;
import org.modestcrm.task.TaskState;
import org.modestcrm.task.Topic;

class PersonRightsTest {
    private final Shop shop = new Shop();
    private final List<String> erasedElsewhere = new ArrayList<>();
    private final ErasureKey key =
            ErasureKey.of("k1", "a secret of 32 bytes for tests..".getBytes(StandardCharsets.US_ASCII));
    private final Crm crm = Crm.builder()
            .clock(shop)
            .erasureKey(key)
            .holding(new PersonalDataHolder() {
                @Override
                public String name() {
                    return "mails";
                }

                @Override
                public List<Map<String, String>> export(Person person) {
                    return List.of(Map.of("orders", person.orders().toString()));
                }

                @Override
                public void erase(Person person) {
                    person.emails().forEach(email -> erasedElsewhere.add(email.value()));
                }
            })
            .build();

    private Order aliceOrder() {
        return order("1", 0)
                .customer(id("17"))
                .email(EmailAddress.of("alice@work.example"))
                .buyerName("Alice Martin")
                .shippingAddress(PostalAddress.builder()
                        .line("1 rue des Lilas")
                        .country("FR")
                        .build())
                .build();
    }

    private void everythingOfAlice() {
        crm.record(alice());
        crm.record(SourceRecord.of(
                RecordKey.of("till", "9"),
                customer("93").email(EmailAddress.of("a@example.org")).build(),
                minute(1)));
        crm.merge(id("17"), id("93"), CLAIRE);
        crm.record(aliceOrder());
        crm.record(
                refund("R", 2).of(aliceOrder()).amount(Money.of("5.00", "EUR")).build());
        crm.record(call("c1", "93", 3).subject("asks for Alice").build());
        crm.record(newsletter("17", ConsentStatus.GRANTED, 0).build());
        crm.record(new Suppression(Channel.EMAIL, "a@example.org", Suppression.Reason.SHOP, "", NINE));
        crm.record(Task.builder(TaskId.of("t"), Topic.of("returns"), NINE)
                .assignee(Assignee.of("claire"))
                .customer(id("93"))
                .subject("call Alice")
                .build());
    }

    @Test
    void an_export_holds_everything_under_every_id() {
        everythingOfAlice();
        crm.rights().restrict(id("93"), "disputes", "claire");

        PersonalDataExport export = crm.rights().export(id("93")).orElseThrow();

        assertThat(export.ids()).containsExactly(id("17"), id("93"));
        assertThat(export.customer().contactPoints()).hasSize(2);
        assertThat(List.of(
                        export.records().size(),
                        export.links().size(),
                        export.orders().size(),
                        export.refunds().size(),
                        export.interactions().size(),
                        export.consents().size(),
                        export.tasks().size(),
                        export.suppressions().size(),
                        export.restrictions().size()))
                .containsExactly(2, 1, 1, 1, 1, 1, 1, 1, 1);
        assertThat(export.others()).containsEntry("mails", List.of(Map.of("orders", "[1]")));
        assertThat(export).hasToString("personal data of customer 17");
    }

    @Test
    void an_erased_person_is_gone_from_every_store_and_the_amounts_stay() {
        everythingOfAlice();

        Erasure erasure = crm.rights().erase(id("93")).orElseThrow();

        Stores left = crm.stores();
        assertThat(left.customers().all()).isEmpty();
        assertThat(left.records().all()).isEmpty();
        assertThat(left.links().of(RecordKey.of("till", "9"))).isEmpty();
        assertThat(left.suppressions().all()).isEmpty();
        assertThat(left.interactions().find("desk", "c1")).isEmpty();
        assertThat(left.consents().history(id("17"))).isEmpty();
        assertThat(left.orders().find(OrderNumber.of("1")))
                .contains(aliceOrder().withoutPerson());
        assertThat(left.orders().findRefund(OrderNumber.of("R")).orElseThrow().customer())
                .isEmpty();
        Task task = left.tasks().find(TaskId.of("t")).orElseThrow();
        assertThat(task.subject()).isEmpty();
        assertThat(task.customer()).isEmpty();
        assertThat(task.state()).isEqualTo(TaskState.CANCELLED);
        assertThat(erasedElsewhere)
                .containsExactlyInAnyOrder("alice@example.org", "a@example.org", "alice@work.example");
        assertThat(erasure.digests()).allMatch(digest -> digest.matches("[0-9a-f]{64}"));
        assertThat(aliceOrder().withoutPerson().total()).isEqualTo(Money.of("20.00", "EUR"));
    }

    @Test
    void nothing_brings_an_erased_person_back() {
        everythingOfAlice();
        crm.rights().erase(id("17"));

        assertThatThrownBy(() -> crm.record(alice()))
                .isInstanceOf(CustomerErasedException.class)
                .hasMessage("CUSTOMER-ERASED: customer 17 is of customer 17, who was erased at 2026-03-01T09:00:00Z"
                        + " (expected: nothing more of an erased person, unless readmitted)");
        assertThatThrownBy(() -> crm.record(SourceRecord.of(
                        RecordKey.of("till", "9"), customer("new").build(), NINE)))
                .hasMessageStartingWith("CUSTOMER-ERASED: record till/9");
        assertThatThrownBy(() -> crm.record(SourceRecord.of(
                        RecordKey.of("news", "1"),
                        customer("new").email(EmailAddress.of("A@Example.org")).build(),
                        NINE)))
                .hasMessageStartingWith("CUSTOMER-ERASED: record news/1");
        assertThatThrownBy(() -> crm.record(call("c2", "93", 3).build())).isInstanceOf(CustomerErasedException.class);
        assertThatThrownBy(() ->
                        crm.record(newsletter("93", ConsentStatus.GRANTED, 9).build()))
                .isInstanceOf(CustomerErasedException.class);
        assertThatThrownBy(() -> crm.guest("news", EmailAddress.of("a@example.org")))
                .isInstanceOf(CustomerErasedException.class);
        crm.record(aliceOrder());
        assertThat(crm.orders().find(OrderNumber.of("1"))).contains(aliceOrder().withoutPerson());
        assertThat(crm.customers().all()).isEmpty();
        assertThat(crm.mayContact(id("93"), Channel.EMAIL, Purpose.NEWSLETTER, NINE))
                .isEqualTo(new ContactDecision.Refused(
                        new Refusal(Refusal.Code.ERASED, "customer 93 was erased at 2026-03-01T09:00:00Z")));
    }

    @Test
    void a_guest_order_of_an_erased_person_is_kept_without_the_person() {
        everythingOfAlice();
        crm.rights().erase(id("17"));
        Order again = order("2", 9).email(EmailAddress.of("alice@example.org")).build();

        crm.record(again);

        assertThat(crm.orders().find(OrderNumber.of("2"))).contains(again.withoutPerson());
    }

    @Test
    void a_person_may_come_back_of_her_own_will() {
        everythingOfAlice();
        crm.rights().erase(id("17"));

        crm.rights()
                .readmit(customer("20")
                        .email(EmailAddress.of("alice@example.org"))
                        .build());
        crm.record(customer("20").email(EmailAddress.of("alice@example.org")).build());

        assertThat(crm.find("alice@example.org")).hasSize(1);
        assertThatThrownBy(() -> crm.record(alice())).isInstanceOf(CustomerErasedException.class);
    }

    @Test
    void erasure_and_restriction_are_told_and_events_of_the_person_are_not_told_any_more() {
        List<Event> events = new ArrayList<>();
        List<Event> late = new ArrayList<>();
        List<String> down = new ArrayList<>(List.of("down"));
        crm.subscribe("all", Event.class, events::add);
        crm.subscribe("late", Event.class, event -> {
            if (!down.isEmpty()) {
                throw new IllegalStateException("down");
            }
            late.add(event);
        });
        crm.record(alice());
        crm.rights().restrict(id("17"), "", "claire");

        crm.rights().erase(id("17"));
        crm.rights().erase(id("17"));

        down.clear();
        crm.deliverPending();
        assertThat(events)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("CustomerSaved", "ProcessingChanged", "CustomerErased");
        assertThat(late).hasSize(1);
        assertThat(late.get(0)).isInstanceOf(Event.CustomerErased.class);
    }

    @Test
    void nobody_cannot_be_restricted() {
        assertThatThrownBy(() -> crm.rights().restrict(id("99"), "", "claire"))
                .hasMessage("customer 99 is unknown (expected: the id of a customer)");
        assertThat(crm.rights().erase(id("99"))).isEmpty();
        assertThat(crm.rights().export(id("99"))).isEmpty();
    }

    @Test
    void a_weak_key_is_refused() {
        assertThatThrownBy(() -> ErasureKey.of("k", new byte[15]))
                .hasMessage("erasure key of 15 bytes (expected: 16 or more, best 32)");
    }
}
