package org.modestcrm.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.money.Money;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderLine;
import org.modestcrm.order.OrderNumber;
import org.modestcrm.order.Refund;
import org.modestcrm.outbox.InMemoryOutbox;
import org.modestcrm.outbox.Outbox;

class EveryMailTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final URI PAGE = URI.create("https://shop.example/orders/17?key=a&b=c");

    private final List<MailProblem> problems = new ArrayList<>();
    private final Outbox outbox = new InMemoryOutbox();

    private OrderMails.Builder mails() {
        return OrderMails.builder()
                .brand(Brand.builder("Mug & Co", EmailAddress.of("help@shop.example"))
                        .legal("Mug & Co Ltd, Leeds")
                        .phone("+44 113 496 0000")
                        .terms(URI.create("https://shop.example/terms"))
                        .withdrawalNotice(Locale.ENGLISH, "You may withdraw within 14 days.")
                        .build())
                .from(EmailAddress.of("orders@shop.example"))
                .zone(ZoneId.of("Europe/London"))
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .outbox(outbox)
                .problems(problems::add);
    }

    private static Order.Builder order(String language) {
        return Order.builder(OrderNumber.of("2026-17"), Money.currencyOf("EUR"))
                .placedAt(NOW)
                .locale(Locale.forLanguageTag(language))
                .email(EmailAddress.of("alice@example.org"))
                .buyerName("Zoë <b>O'Neil</b>")
                .line(new OrderLine("MUG-1", "Mug <blue>", 2, Money.of("12.95", "EUR")))
                .line(new OrderLine("POT-1", "Pot", 1, Money.of("34.90", "EUR")))
                .shippingAddress(PostalAddress.builder()
                        .line("1 Rue & Co")
                        .postcode("75011")
                        .city("Paris")
                        .country("FR")
                        .build());
    }

    private static List<OrderMail> all(Order order) {
        Refund refund = Refund.builder(OrderNumber.of("R-9"), order.currency())
                .of(order)
                .at(NOW)
                .line(order.lines().get(0))
                .build();
        Parcel parcel = Parcel.builder("1", "DPD")
                .tracking("0150")
                .link(PAGE)
                .line(order.lines().get(0))
                .build();
        return List.of(
                OrderMail.confirmation(order).button(PAGE),
                OrderMail.paymentReceived(order),
                OrderMail.paymentFailed(order, "1", PAGE),
                OrderMail.changed(order),
                OrderMail.cancelled(order),
                OrderMail.shipped(order, parcel),
                OrderMail.readyForPickup(order, "Our shop <1>"),
                OrderMail.delivered(order),
                OrderMail.refunded(order, refund),
                OrderMail.withdrawalReceived(order, NOW),
                OrderMail.requestReceived(order, "T-881", NOW));
    }

    static Stream<String> languages() {
        return MailTexts.builtIn().languages().stream();
    }

    private static MimeMessage parsed(RenderedMail mail) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.mail().content()));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_mail_is_complete_in_every_language(String language) throws Exception {
        OrderMails mails = mails().build();
        Set<String> kinds = new TreeSet<>();

        for (OrderMail mail : all(order(language).build())) {
            RenderedMail rendered = mails.preview(mail);
            kinds.add(mail.kind().code());
            assertThat(rendered.html())
                    .as("%s %s", mail, language)
                    .contains(
                            "<html lang=\"" + language + "\" dir=\"" + (language.equals("ar") ? "rtl" : "ltr") + "\">")
                    .doesNotContain("{{", "<b>O'", "<blue>")
                    .containsOnlyOnce("<h1");
            assertThat(rendered.text()).as("%s %s", mail, language).doesNotContain("{", "}", "&amp;", "&lt;");
            assertThat(rendered.subject()).contains("Mug & Co").doesNotContain("{");
            assertThat(parsed(rendered).getSubject()).isEqualTo(rendered.subject());
        }
        assertThat(kinds).hasSize(11);
    }

    @Test
    void each_mail_shows_what_it_is_about() {
        OrderMails mails = mails().build();
        List<String> texts = all(order("en-GB").build()).stream()
                .map(mail -> mails.preview(mail).text().replace('\u00a0', ' '))
                .toList();

        assertThat(texts.get(0)).contains("Total: €60.80", PAGE.toString(), "Right of withdrawal", "75011 Paris");
        assertThat(texts.get(2)).contains("Pay now:", PAGE.toString(), "€60.80");
        assertThat(texts.get(5))
                .contains("Carrier: DPD", "Tracking number: 0150", "2 × Mug <blue>")
                .doesNotContain("Pot");
        assertThat(texts.get(6)).contains("Where: Our shop <1>");
        assertThat(texts.get(8)).contains("€25.90").doesNotContain("Pot", "60.80");
        assertThat(texts.get(9)).contains("1 March 2026", "09:00:00 GMT");
        assertThat(texts.get(10)).contains("Reference: T-881");
    }

    @Test
    void each_parcel_and_each_refund_has_its_own_mail() {
        OrderMails mails = mails().build();
        Order order = order("en").build();

        for (String number : List.of("1", "2", "1")) {
            mails.send(OrderMail.shipped(order, Parcel.builder(number, "DPD").build()));
        }

        assertThat(outbox.all().map(entry -> entry.mail().key().part())).containsExactly("1", "2");
        assertThat(mails.status(
                        OrderMail.shipped(order, Parcel.builder("2", "DPD").build())))
                .isPresent();
        assertThat(mails.status(order)).isEmpty();
    }

    @Test
    void all_mails_of_an_order_are_one_conversation() throws Exception {
        OrderMails mails = mails().build();
        Order order = order("en").build();
        String root = parsed(mails.preview(order)).getMessageID();

        assertThat(parsed(mails.preview(order)).getHeader("References")).isNull();
        assertThat(parsed(mails.preview(OrderMail.delivered(order))).getHeader("References"))
                .containsExactly(root);
        assertThat(parsed(mails.preview(OrderMail.delivered(order))).getMessageID())
                .isNotEqualTo(root);
    }

    @Test
    void a_file_goes_with_the_mail_and_too_large_ones_are_refused() throws Exception {
        OrderMail mail = OrderMail.confirmation(order("en").build())
                .attach(new Attachment("Rechnung für März.pdf", "application/pdf", new byte[100_000]));

        MimeMultipart parts =
                (MimeMultipart) parsed(mails().build().preview(mail)).getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("application/pdf");
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("Rechnung für März.pdf");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).hasSize(100_000);
        assertThatThrownBy(() -> mails().maxAttachmentBytes(99_999).build().send(mail))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("order-confirmation of order 2026-17 revision 1: attachments of 100000 bytes"
                        + " (expected: at most 99999; OrderMails.Builder.maxAttachmentBytes)");
        assertThat(outbox.all()).isEmpty();
    }

    @Test
    void a_language_without_texts_is_told_and_the_default_taken() {
        RenderedMail mail = mails().build().preview(order("sv").build());

        assertThat(mail.subject()).isEqualTo("Mug & Co: your order 2026-17 is confirmed");
        assertThat(problems)
                .extracting(MailProblem::code, MailProblem::text)
                .contains(tuple(
                        MailProblem.Code.MAIL_LANGUAGE,
                        "no texts in sv, en taken (known: ar, de, en, es, fr, it, ja, nl)"));
    }

    @Test
    void what_the_law_of_the_market_asks_for_is_missed() {
        mails().build().preview(order("fr").build());
        mails().build().preview(OrderMail.delivered(order("fr").build()));

        assertThat(problems)
                .extracting(MailProblem::text)
                .containsExactly("notice on the right of withdrawal in fr (Brand.Builder.withdrawalNotice)");
        Brand bare = Brand.builder("Shop", EmailAddress.of("a@b.example")).build();
        assertThat(bare.missingFor("DE", Locale.GERMAN))
                .containsExactly(
                        "identity of the seller (Brand.Builder.legal)",
                        "notice on the right of withdrawal in de (Brand.Builder.withdrawalNotice)",
                        "terms and conditions (Brand.Builder.terms)");
        assertThat(bare.missingFor("US", Locale.ENGLISH)).isEmpty();
    }

    @Test
    void an_engine_of_the_shop_that_fails_holds_no_mail_back() {
        MailRenderer broken = new MailRenderer() {
            @Override
            public String html(MailKind kind, Map<String, Object> values) {
                throw new IllegalStateException("variable ordre is unknown");
            }

            @Override
            public String text(MailKind kind, Map<String, Object> values) {
                return "";
            }
        };

        RenderedMail mail = mails().renderer(broken).build().preview(order("en").build());

        assertThat(mail.html()).contains("Thank you for your order");
        assertThat(problems)
                .extracting(MailProblem::code, MailProblem::text)
                .containsExactly(tuple(MailProblem.Code.MAIL_TEMPLATE, "variable ordre is unknown"));
    }

    @Test
    void a_tenth_mail_is_two_templates_and_a_file_of_texts(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("gift-note.html.mustache"), "{{>begin}}\n{{>facts}}\n{{>end}}\n");
        Files.writeString(folder.resolve("gift-note.txt.mustache"), "{{>begin}}\n{{>end}}\n");
        Files.writeString(folder.resolve("en.properties"), """
                gift-note.subject={shop}: a gift for you
                gift-note.preheader=From {name}
                gift-note.title=A gift
                gift-note.intro=Order {order} is a gift.
                """);
        OrderMails mails = mails().renderer(MailTemplates.builtIn().with(folder))
                .texts(MailTexts.builtIn().with(folder))
                .build();

        RenderedMail mail =
                mails.preview(OrderMail.of(MailKind.of("gift-note"), order("en").build()));

        assertThat(mail.subject()).isEqualTo("Mug & Co: a gift for you");
        assertThat(mail.text()).contains("Order 2026-17 is a gift.");
        assertThat(mail.mail().key().kind()).isEqualTo("gift-note");
    }

    @Test
    void texts_of_staff_are_looked_through(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("pt.properties"), "greeting=Olá {nome},\n");

        assertThatThrownBy(() -> MailTexts.builtIn().with(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pt: address.billing is missing; ")
                .hasMessageContaining("pt: greeting: {nome} is unknown (known: amount, carrier, count, day, name, ");
    }

    @Test
    void a_value_that_looks_like_a_place_is_left_alone() {
        Order order = order("en").buyerName("{order} {{shop}} $1").build();

        assertThat(mails().build().preview(order).text()).contains("Hello {order} {{shop}} $1,");
    }

    @Test
    void the_markup_holds_the_order_and_cannot_be_left() {
        Order order = order("en")
                .line(new OrderLine("X", "</script><script>alert(1)</script>\u2028", 1, Money.of("1", "EUR")))
                .build();

        String html = mails().withMarkup().build().preview(order).html();

        assertThat(html)
                .contains("\"orderNumber\":\"2026-17\"", "\"price\":\"61.80\"")
                .contains("\\u003c/script\\u003e\\u003cscript\\u003ealert(1)")
                .containsOnlyOnce("<script")
                .containsOnlyOnce("</script>");
        assertThat(mails().build().preview(order).html()).doesNotContain("<script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "data:text/html,x", "//evil.example/x", "mailto:a@b.example", "file:///x"
            })
    void a_link_opens_a_page_or_is_refused(String link) {
        URI uri = URI.create(link);
        OrderMail mail = OrderMail.confirmation(order("en").build());

        assertThatThrownBy(() -> mail.button(uri)).hasMessageEndingWith("(expected: https:// or http:// and a host)");
        assertThatThrownBy(() -> Parcel.builder("1", "DPD").link(uri))
                .hasMessageStartingWith("tracking link: scheme \"");
        OrderMails pictured = mails().pictures(line -> Optional.of(uri)).build();
        assertThatThrownBy(() -> pictured.preview(mail)).hasMessageStartingWith("picture: scheme \"");
    }

    @Test
    void pictures_logos_and_fonts_are_those_of_the_brand() {
        Brand brand = Brand.builder("Shop", EmailAddress.of("a@b.example"))
                .logo(URI.create("https://shop.example/logo.png"), 120)
                .logoDark(URI.create("https://shop.example/dark.png"))
                .fonts("Georgia, 'Times New Roman', serif")
                .radius(0)
                .build();
        OrderMails mails = mails().brand(brand)
                .pictures(line -> Optional.of(URI.create("https://shop.example/" + line.sku() + ".jpg")))
                .build();

        assertThat(mails.preview(order("en").build()).html())
                .contains("src=\"https://shop.example/logo.png\" width=\"120\" alt=\"Shop\"")
                .contains("src=\"https://shop.example/dark.png\"")
                .contains("src=\"https://shop.example/MUG-1.jpg\"")
                .contains("font-family:Georgia, &#39;Times New Roman&#39;, serif")
                .contains("border-radius:0px");
        assertThatThrownBy(
                        () -> Brand.builder("S", EmailAddress.of("a@b.example")).fonts("x\";}"))
                .hasMessageStartingWith("fonts: 4 characters (expected: ");
    }

    @Test
    void the_address_of_bounces_is_that_of_the_envelope_only() throws Exception {
        RenderedMail mail = mails().bounces(EmailAddress.of("bounces@shop.example"))
                .build()
                .preview(order("en").build());

        assertThat(mail.mail().sender()).isEqualTo(EmailAddress.of("bounces@shop.example"));
        assertThat(parsed(mail).getFrom()[0].toString()).isEqualTo("Mug & Co <orders@shop.example>");
    }

    @Test
    void ten_lines_take_less_than_fourteen_kilobytes() {
        Order.Builder order = order("en-GB");
        for (int i = 0; i < 8; i++) {
            order.line(new OrderLine(
                    "S" + i, "A product with a name of usual length, no. " + i, 3, Money.of("9.99", "EUR")));
        }

        RenderedMail mail = mails().build().preview(order.build());

        assertThat(mail.mail().content().length).isLessThan(14_000);
        assertThat(new String(mail.mail().content(), StandardCharsets.ISO_8859_1).lines())
                .allMatch(line -> line.length() <= 998);
    }
}
