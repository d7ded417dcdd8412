package org.modestcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modestcrm.Shop.CLAIRE;
import static org.modestcrm.Shop.NINE;
import static org.modestcrm.Shop.alice;
import static org.modestcrm.Shop.customer;
import static org.modestcrm.Shop.id;
import static org.modestcrm.Shop.mail;
import static org.modestcrm.Shop.minute;
import static org.modestcrm.Shop.newsletter;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modestcrm.consent.ConsentStatus;
import org.modestcrm.consent.Purpose;
import org.modestcrm.contact.ContactCap;
import org.modestcrm.contact.ContactDecision;
import org.modestcrm.contact.ContactPolicy;
import org.modestcrm.contact.Message;
import org.modestcrm.contact.MessageClass;
import org.modestcrm.contact.OfferPolicy;
import org.modestcrm.contact.OpeningHours;
import org.modestcrm.contact.Suppression;
import org.modestcrm.contact.Window;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.ContactPoint;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.DeliveryState;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.Preference;
import org.modestcrm.money.Money;
import org.modestcrm.task.Assignee;
import org.modestcrm.task.Task;
import org.modestcrm.task.TaskId;
import org.modestcrm.task.Topic;

class PermissionsTest {
    private static final String CONSENT_MISSING = "CONSENT_MISSING: no consent on EMAIL for NEWSLETTER holds";
    private final Shop shop = new Shop();
    private final Crm crm = Crm.builder()
            .clock(shop)
            .contactPolicy(ContactPolicy.builder()
                    .cap(ContactCap.of(1, Window.rolling(Duration.ofHours(1))))
                    .build())
            .build();

    private String mayContact(String customer, MessageClass messageClass, int minute) {
        return text(crm.mayContact(
                id(customer), Message.of(Channel.EMAIL, messageClass), Purpose.NEWSLETTER, minute(minute)));
    }

    private String mayContact(int minute) {
        return mayContact("17", MessageClass.MARKETING, minute);
    }

    private static String text(ContactDecision decision) {
        if (decision instanceof ContactDecision.Refused refused) {
            return refused.refusal().code() + ": " + refused.refusal().reason();
        }
        return decision instanceof ContactDecision.Deferred deferred ? "until " + deferred.until() : "allowed";
    }

    private void granted() {
        crm.record(alice());
        crm.record(newsletter("17", ConsentStatus.GRANTED, 0).build());
    }

    @Test
    void nothing_said_means_nothing_allowed_but_what_is_owed() {
        crm.record(alice());

        assertThat(mayContact(5)).isEqualTo(CONSENT_MISSING);
        assertThat(mayContact("17", MessageClass.TRANSACTIONAL, 5)).isEqualTo("allowed");
        assertThat(mayContact("17", MessageClass.SERVICE, 5)).isEqualTo("allowed");
    }

    @Test
    void a_consent_allows_from_when_it_is_given_until_it_is_withdrawn_or_expires() {
        crm.record(alice());
        crm.record(newsletter("17", ConsentStatus.GRANTED, 10)
                .expiresAt(minute(20))
                .build());
        crm.record(newsletter("17", ConsentStatus.GRANTED, 30).build());
        crm.record(newsletter("17", ConsentStatus.WITHDRAWN, 40).build());

        assertThat(List.of(9, 10, 19, 20, 30, 40))
                .extracting(this::mayContact)
                .containsExactly(CONSENT_MISSING, "allowed", "allowed", CONSENT_MISSING, "allowed", CONSENT_MISSING);
    }

    @Test
    void the_address_must_take_messages() {
        granted();
        Customer alice = crm.customers().find(id("17")).orElseThrow();

        Customer blocked = crm.record(alice.toBuilder()
                .contactPoint(new ContactPoint(Channel.EMAIL, "alice@example.org", DeliveryState.BLOCKED))
                .build());
        assertThat(mayContact(5)).isEqualTo("UNDELIVERABLE: every address on EMAIL is bounced or blocked");
        assertThat(mayContact("17", MessageClass.TRANSACTIONAL, 5)).isEqualTo("allowed");
        crm.record(blocked.toBuilder()
                .contactPoint(new ContactPoint(Channel.EMAIL, "alice@example.org", DeliveryState.BOUNCED))
                .build());
        assertThat(mayContact("17", MessageClass.TRANSACTIONAL, 5)).startsWith("UNDELIVERABLE");
    }

    @Test
    void a_suppressed_address_is_not_written_to() {
        granted();
        crm.record(
                new Suppression(Channel.EMAIL, "ALICE@example.org", Suppression.Reason.OBJECTION, "by letter", NINE));

        assertThat(mayContact(5)).isEqualTo("SUPPRESSED: every address on EMAIL that takes messages is suppressed");
        assertThat(mayContact("17", MessageClass.TRANSACTIONAL, 5)).isEqualTo("allowed");
    }

    @Test
    void who_has_no_address_or_does_not_exist_is_not_written_to() {
        crm.record(customer("18").build());

        assertThat(mayContact("18", MessageClass.MARKETING, 0)).isEqualTo("NO_ADDRESS: no address on EMAIL");
        assertThat(mayContact("99", MessageClass.MARKETING, 0)).isEqualTo("NO_ADDRESS: nobody has the customer id 99");
    }

    @Test
    void who_named_other_channels_is_not_advertised_to_on_this_one() {
        granted();
        Customer alice = crm.customers().find(id("17")).orElseThrow();
        Preference stated = Preference.channels(List.of(Channel.SMS), Preference.Kind.STATED, "account", NINE);
        Preference inferred = Preference.channels(List.of(Channel.SMS), Preference.Kind.INFERRED, "model", NINE);

        Customer guessed = crm.record(alice.toBuilder().preference(inferred).build());
        assertThat(mayContact(5)).isEqualTo("allowed");
        crm.record(guessed.toBuilder().preference(stated).build());
        assertThat(mayContact(5)).isEqualTo("NOT_PREFERRED: EMAIL is not among the channels the customer named");
    }

    @Test
    void messages_on_the_timeline_count_against_the_policy() {
        granted();
        crm.record(mail("m1", "17", 5).build());

        assertThat(mayContact(6)).isEqualTo("until " + minute(65));
    }

    @Test
    void a_merge_widens_no_consent() {
        granted();
        shop.at(minute(1));
        crm.record(customer("18").email(EmailAddress.of("bob@example.org")).build());
        crm.record(newsletter("18", ConsentStatus.DENIED, 2).build());
        crm.merge(id("17"), id("18"), CLAIRE);
        Customer one = crm.customers().find(id("17")).orElseThrow();

        assertThat(mayContact(5)).isEqualTo("allowed");
        crm.record(new Suppression(Channel.EMAIL, "alice@example.org", Suppression.Reason.SHOP, "", NINE));
        assertThat(one.contactPoints()).hasSize(2);
        assertThat(mayContact(5)).isEqualTo(CONSENT_MISSING);
    }

    @Test
    void a_consent_for_an_address_says_nothing_of_another() {
        crm.record(alice());
        crm.record(newsletter("17", ConsentStatus.GRANTED, 0)
                .address("other@example.org")
                .build());
        assertThat(mayContact(5)).isEqualTo(CONSENT_MISSING);

        crm.record(newsletter("17", ConsentStatus.GRANTED, 1)
                .address("Alice@example.org")
                .build());
        assertThat(mayContact(5)).isEqualTo("allowed");
    }

    @Test
    void a_restricted_person_gets_what_is_owed_only() {
        granted();
        crm.rights().restrict(id("17"), "disputes the address", "claire");

        assertThat(mayContact(5)).isEqualTo("RESTRICTED: the data of customer 17 may not be used for now");
        assertThat(mayContact("17", MessageClass.TRANSACTIONAL, 5)).isEqualTo("allowed");
        crm.rights().lift(id("17"));
        assertThat(mayContact(5)).isEqualTo("allowed");
    }

    @Test
    void a_call_back_is_offered_by_value_and_opening_hours() {
        OpeningHours hours = OpeningHours.in(ZoneId.of("Europe/Paris"))
                .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, LocalTime.of(9, 0), LocalTime.of(18, 0))
                .build();
        Map<String, Money> worth = Map.of("17", Money.of("500", "EUR"), "18", Money.of("499.99", "EUR"));
        Crm valued = Crm.builder()
                .clock(shop)
                .offers(OfferPolicy.builder()
                        .offer(Channel.CALLBACK, hours, Money.of("500", "EUR"))
                        .build())
                .value((customer, asOf) -> Optional.ofNullable(worth.get(customer.value())))
                .segments((customer, asOf) -> List.of("regulars"))
                .build();
        List.of("17", "18", "19").forEach(id -> valued.record(customer(id).build()));
        valued.record(Task.builder(TaskId.of("t"), Topic.of("returns"), NINE)
                .assignee(Assignee.of("claire"))
                .customer(id("17"))
                .build());

        // 1 March 2026 is a Sunday
        assertThat(text(valued.mayOffer(id("17"), Channel.CALLBACK, NINE))).isEqualTo("until 2026-03-02T08:00:00Z");
        assertThat(text(valued.mayOffer(id("18"), Channel.CALLBACK, NINE)))
                .isEqualTo("VALUE_TOO_LOW: CALLBACK is offered to customers worth 500 EUR or more");
        assertThat(text(valued.mayOffer(id("19"), Channel.CALLBACK, NINE))).startsWith("VALUE_TOO_LOW");
        assertThat(text(valued.mayOffer(id("17"), Channel.CHAT, NINE)))
                .isEqualTo("UNAVAILABLE: CHAT is offered to nobody");
        CustomerCard card = valued.card(id("17")).orElseThrow();
        assertThat(card.offers()).containsOnlyKeys(Channel.CALLBACK);
        assertThat(card.segments()).containsExactly("regulars");
        assertThat(card.value()).contains(Money.of("500", "EUR"));
        assertThat(card.openTasks()).extracting(Task::id).containsExactly(TaskId.of("t"));
    }
}
