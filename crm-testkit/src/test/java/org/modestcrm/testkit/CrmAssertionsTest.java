package org.modestcrm.testkit;

import static org.modestcrm.testkit.CrmAssertions.assertThat;
import static org.modestcrm.testkit.CrmAssertions.assertThatThrownBy;
import static org.modestcrm.testkit.Fixtures.aCustomer;
import static org.modestcrm.testkit.Fixtures.orders;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.DeliveryState;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.IdentifierType;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderNumber;
import org.modestcrm.order.OrderStatus;
import org.modestcrm.outbox.InMemoryOutbox;
import org.modestcrm.outbox.MailKey;
import org.modestcrm.outbox.OutboxMail;

class CrmAssertionsTest {
    private static final Customer ALICE = aCustomer()
            .from("FR")
            .speaking("fr-BE")
            .knownBy(IdentifierType.PHONE, "+33 1 23")
            .build();
    private static final Customer BOB =
            aCustomer().called("Bob Stone").whoseMail(DeliveryState.BOUNCED).build();
    private static final Order ORDER =
            orders().of(ALICE).on("2026-02-01").line("MUG-1", 2, "12.50 EUR").one();
    private static final String MESSAGE = """
            From: orders@shop.example
            To: alice-martin@example.org
            Subject: =?UTF-8?Q?Commande_confirm=C3=A9e?=
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain; charset=UTF-8
            Content-Transfer-Encoding: quoted-printable

            Bonjour Zo=C3=AB <O'Neil>, 25,00=C2=A0=E2=82=AC
            --b
            Content-Type: text/html; charset=UTF-8

            <html lang="fr-FR"><p>Bonjour Zoë &lt;O&#39;Neil&gt;, 25,00 €
            <a class="button" href="https://shop.example/?a=1&amp;b=2">Voir</a></html>
            --b--
            """;

    private static OutboxMail mail(Customer to, String number, String content) {
        return new OutboxMail(
                new MailKey("order-confirmation", OrderNumber.of(number), 1),
                EmailAddress.of("orders@shop.example"),
                EmailAddress.of(to.contactPoints().get(0).address()),
                content.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static SentMails mails() {
        return SentMails.of(
                List.of(mail(ALICE, ORDER.number().value(), MESSAGE), mail(BOB, "2", "Subject: Hello\n\nHello Bob\n")));
    }

    private static void fails(ThrowingCallable assertion, String message) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessage(message);
    }

    @Test
    void a_mail_is_read_as_its_reader_sees_it() {
        assertThat(mails())
                .hasSize(2)
                .hasOneMailTo(ALICE)
                .withSubject("Commande confirmée")
                .withSubjectContaining("confirmée")
                .saying("Zoë <O'Neil>, 25,00 €")
                .withTextContaining("Bonjour")
                .withHtmlContaining("<p>Bonjour")
                .withLinkTo("https://shop.example/?a=1&b=2")
                .inLanguage("fr")
                .about(ORDER);
        assertThat(mails()).hasOneMailTo(BOB).withTextContaining("Hello Bob");
        assertThat(mails()).hasNoMailTo("carla@example.org").hasMailsTo(1, BOB);
        assertThat(SentMails.of(List.of())).isEmpty().hasNoMailTo(ALICE);
    }

    @Test
    void a_missing_mail_is_told_with_those_that_are_there() {
        String list = "\nbut found\n  2 mails\n"
                + "  1. to alice-martin@example.org, \"Commande confirmée\""
                + " (order-confirmation of order alice-martin-2026-02-01-1 revision 1)\n"
                + "  2. to bob-stone@example.org, \"Hello\" (order-confirmation of order 2 revision 1)";

        fails(
                () -> assertThat(mails()).hasOneMailTo("eve@example.org"),
                "Expecting\n  one mail to eve@example.org" + list);
        fails(() -> assertThat(mails()).hasNoMailTo(ALICE), "Expecting\n  no mail to alice-martin@example.org" + list);
        fails(
                () -> assertThat(mails()).hasMailsTo(2, ALICE),
                "Expecting\n  2 mails to alice-martin@example.org" + list);
        fails(() -> assertThat(mails()).isEmpty(), "Expecting\n  0 mails" + list);
        fails(() -> assertThat(SentMails.of(List.of())).hasSize(1), "Expecting\n  one mail\nbut found\n  0 mails");
    }

    @Test
    void what_a_mail_does_not_have_is_told_with_what_it_has() {
        SentMail mail = mails().list().get(1);
        String who = "Expecting mail to bob-stone@example.org, \"Hello\" (order-confirmation of order 2 revision 1)\n"
                + "  to have ";

        fails(() -> assertThat(mail).withSubject("Hi"), who + "subject \"Hi\"\nbut found\n  Hello");
        fails(() -> assertThat(mail).withSubjectContaining("Hi"), who + "subject with \"Hi\"\nbut found\n  Hello");
        fails(() -> assertThat(mail).withTextContaining("Hi"), who + "text with \"Hi\"\nbut found\n  Hello Bob\n");
        fails(() -> assertThat(mail).withHtmlContaining("Hi"), who + "HTML with \"Hi\"\nbut found\n  ");
        fails(() -> assertThat(mail).withLinkTo("https://a"), who + "a link to https://a\nbut found\n  links to []");
        fails(() -> assertThat(mail).inLanguage("fr"), who + "language fr\nbut found\n  language none");
        fails(
                () -> assertThat(mail).about(ORDER),
                who + "a mail about order alice-martin-2026-02-01-1\nbut found\n  order 2");
    }

    @Test
    void what_an_outbox_holds_can_be_read_before_it_is_sent() {
        InMemoryOutbox outbox = new InMemoryOutbox();
        outbox.putIfAbsent(mail(ALICE, "1", MESSAGE));

        assertThat(SentMails.in(outbox)).hasOneMailTo(ALICE).inLanguage("fr-FR");
    }

    @Test
    void mails_to_who_has_no_address_cannot_be_asked_for() {
        Customer nobody = aCustomer().withoutEmail().build();

        assertThatThrownBy(() -> assertThat(mails()).hasOneMailTo(nobody))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customer alice-martin: no e-mail address (expected: one that mails were sent to)");
    }

    @Test
    void a_customer_is_what_was_said_of_her() {
        assertThat(ALICE)
                .isCalled("Alice Martin")
                .isFrom("FR")
                .speaks("fr")
                .speaks("fr-BE")
                .canBeWrittenToAt("alice-martin@example.org")
                .isKnownBy(IdentifierType.PHONE, "+33123");
        assertThat(BOB).cannotBeWrittenTo();
    }

    @Test
    void what_a_customer_is_not_is_told_with_what_she_is() {
        String alice = "Expecting customer alice-martin\n  ";

        fails(
                () -> assertThat(ALICE).isCalled("Bob Stone"),
                alice + "to be called \"Bob Stone\"\nbut found\n  \"Alice Martin\"");
        fails(() -> assertThat(ALICE).isFrom("BE"), alice + "to be from BE\nbut found\n  from FR");
        fails(() -> assertThat(ALICE).speaks("fr-FR"), alice + "to speak fr-FR\nbut found\n  fr-BE");
        fails(
                () -> assertThat(ALICE).cannotBeWrittenTo(),
                alice + "to have no address that takes mail\nbut found\n  [EMAIL alice-martin@example.org OK]");
        fails(
                () -> assertThat(BOB).canBeWrittenToAt("bob-stone@example.org"),
                "Expecting customer bob-stone\n  to be written to at bob-stone@example.org\nbut found\n"
                        + "  [EMAIL bob-stone@example.org BOUNCED]");
        fails(
                () -> assertThat(ALICE).isKnownBy(IdentifierType.VISITOR, "v"),
                alice + "to be known by VISITOR v\nbut found\n  [PHONE +33 1 23]");
    }

    @Test
    void an_order_is_what_was_said_of_it() {
        assertThat(ORDER).isOf(ALICE).isWorth("25 EUR").hasLine("MUG-1", 2).is(OrderStatus.PLACED);
        assertThat(orders().cancelled().one()).isCancelled();
    }

    @Test
    void what_an_order_is_not_is_told_with_what_it_is() {
        String order = "Expecting order alice-martin-2026-02-01-1 revision 1\n  ";

        fails(() -> assertThat(ORDER).isOf(BOB), order + "to be of bob-stone\nbut found\n  of alice-martin");
        fails(() -> assertThat(ORDER).isWorth("20.00 EUR"), order + "to be worth 20.00 EUR\nbut found\n  25.00 EUR");
        fails(() -> assertThat(ORDER).isCancelled(), order + "to be CANCELLED\nbut found\n  PLACED");
        fails(() -> assertThat(ORDER).hasLine("MUG-1", 1), order + "to have 1 × MUG-1\nbut found\n  [2 × MUG-1]");
    }

    @Test
    void assertions_are_reached_from_those_of_optionals_and_lists() {
        assertThat(Optional.of(ALICE)).get(CrmAssertions.CUSTOMER).isFrom("FR");
        assertThat(List.of(ORDER)).first(CrmAssertions.ORDER).isOf(ALICE);
        assertThat(mails().list()).element(1, CrmAssertions.SENT_MAIL).withSubject("Hello");
    }
}
