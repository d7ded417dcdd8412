package org.modestcrm.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.money.Money;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderLine;
import org.modestcrm.order.OrderNumber;
import org.modestcrm.outbox.InMemoryOutbox;
import org.modestcrm.outbox.Outbox;

class OrderMailsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    private final RecordingTransport transport = new RecordingTransport();
    private final Outbox outbox = new InMemoryOutbox();
    private final OrderMails mails = mails(NOW).build();

    private OrderMails.Builder mails(Instant now) {
        return OrderMails.builder()
                .brand(Brand.builder("Mug & Co", EmailAddress.of("help@shop.example"))
                        .legal("Mug & Co Ltd, Leeds")
                        .build())
                .from(EmailAddress.of("orders@shop.example"))
                .zone(ZoneId.of("Europe/London"))
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .outbox(outbox)
                .transport(transport);
    }

    private static Order.Builder order() {
        return Order.builder(OrderNumber.of("2026-17"), Money.currencyOf("GBP"))
                .placedAt(NOW)
                .email(EmailAddress.of("alice@example.org"))
                .buyerName("Zoë <b>O'Neil</b>")
                .line(new OrderLine("MUG-1", "Mug, \"blue\" & white", 2, Money.of("2.955", "GBP")))
                .shipping(Money.of("3.5", "GBP"));
    }

    private static MimeMessage parsed(byte[] content) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(content));
    }

    @Test
    void an_order_confirmed_by_many_at_once_makes_one_mail() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(32);
        Callable<Confirmation> ask = () -> mails.confirm(order().build());

        List<Future<Confirmation>> answers =
                threads.invokeAll(IntStream.range(0, 64).mapToObj(i -> ask).toList());
        threads.shutdown();
        mails.deliver();
        mails.confirm(order().build());
        mails.deliver();

        assertThat(transport.sent()).hasSize(1);
        for (Future<Confirmation> answer : answers) {
            assertThat(answer.get().contentDiffers()).isFalse();
        }
    }

    @Test
    void the_first_confirmation_stands_and_other_content_is_reported() {
        mails.confirm(order().build());

        Confirmation again = mails.confirm(order().buyerName("Bob").build());

        assertThat(again.contentDiffers()).isTrue();
        assertThat(outbox.all()).hasSize(1);
        assertThat(mails.confirm(order().revision(2).build()).key().revision()).isEqualTo(2);
        assertThat(outbox.all()).hasSize(2);
    }

    @Test
    void the_same_order_asked_later_is_not_another_content() {
        mails.confirm(order().build());

        assertThat(mails(NOW.plusSeconds(3600)).build().confirm(order().build()).contentDiffers())
                .isFalse();
    }

    @Test
    void fractions_of_a_second_make_no_other_content() {
        OrderMails exact = mails(NOW.plusNanos(123_456_789)).build();
        exact.confirm(order().build());

        assertThat(exact.confirm(order().build()).contentDiffers()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoë's \"Tea\" & Co 😀, the shop with a name that is longer than one line of a header can hold, ünd mö",
                "=?UTF-8?B?eA==?=",
                "A \\ B \"C\"",
                "x"
            })
    void any_name_of_a_shop_and_any_number_come_back_as_they_were(String name) throws Exception {
        OrderMails named = mails(NOW)
                .brand(Brand.builder(name, EmailAddress.of("help@shop.example")).build())
                .build();
        Order order = order().line(new OrderLine("A", "=trailing blank =E9 € 😀".repeat(9), 1, Money.of("1", "GBP")))
                .build();

        RenderedMail mail =
                named.preview(order.toBuilder().buyerName("a".repeat(120)).build());
        MimeMessage message = parsed(mail.mail().content());

        assertThat(message.getSubject()).isEqualTo(mail.subject());
        assertThat(((InternetAddress) message.getFrom()[0]).getPersonal()).isEqualTo(name);
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo(mail.text().replace("\n", "\r\n"));
        assertThat(parts.getBodyPart(1).getContent().toString().replace("\r\n", "\n"))
                .isEqualTo(mail.html());
    }

    @Test
    void the_message_has_two_parts_a_steady_id_and_says_it_is_automatic() throws Exception {
        MimeMessage message = parsed(mails.preview(order().build()).mail().content());

        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getMessageID()).endsWith("@shop.example>");
        assertThat(message.getSubject()).isEqualTo("Mug & Co: your order 2026-17 is confirmed");
        assertThat(mails.preview(order().build()).mail())
                .isEqualTo(mails.preview(order().build()).mail());
    }

    @Test
    void html_is_escaped_and_text_and_subject_are_not() {
        RenderedMail mail = mails.preview(order().build());

        assertThat(mail.html())
                .contains("Zoë &lt;b&gt;O")
                .doesNotContain("<b>O")
                .contains("Mug &amp; Co");
        assertThat(mail.text()).contains("Hello Zoë <b>O'Neil</b>,").contains("Mug, \"blue\" & white\n    2 × £2.955");
        assertThat(mail.subject()).doesNotContain("&amp;");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "en-GB | your order 2026-17 is confirmed | 1 March 2026 | £2.955 | £9.41",
                "fr-FR | votre commande 2026-17 est confirmée | 1er mars 2026 | 2,955 £GB | 9,41 £GB",
                "de-DE | Ihre Bestellung 2026-17 ist bestätigt | 1. März 2026 | 2,955 £ | 9,41 £",
                "pt-PT | your order 2026-17 is confirmed | March 1, 2026 | £2.955 | £9.41"
            })
    void language_dates_and_money_are_those_of_the_order(
            String tag, String subject, String day, String price, String total) {
        RenderedMail mail =
                mails.preview(order().locale(Locale.forLanguageTag(tag)).build());

        assertThat(mail.subject()).endsWith(subject);
        String text = mail.text().replace('\u00a0', ' ').replace('\u202f', ' ');
        assertThat(text).contains(day).contains(price).contains(total);
    }

    @Test
    void the_amounts_of_the_text_part_stand_below_each_other() {
        String text = mails.preview(order().build()).text();

        assertThat(text)
                .contains("    2 × £2.955" + " ".repeat(45) + "£5.91\n")
                .contains("Shipping" + " ".repeat(51) + "£3.50\n")
                .contains("Total" + " ".repeat(54) + "£9.41\n");
    }

    @Test
    void an_order_without_address_is_told_so() {
        Order noAddress = Order.builder(OrderNumber.of("9"), Money.currencyOf("GBP"))
                .placedAt(NOW)
                .line(new OrderLine("A", "", 1, Money.of("1", "GBP")))
                .build();

        assertThatThrownBy(() -> mails.confirm(noAddress))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("order 9: no e-mail address (expected: OrderView.email() to give one)");
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 102, 5000})
    void a_long_order_folds_and_stays_small(int lines) {
        Order.Builder order = order();
        String name = "A product with a rather long name & <sign> ".repeat(4);
        IntStream.range(1, lines)
                .forEach(i -> order.line(new OrderLine("S" + i, name, 80_995, Money.of("12.345", "GBP"))));

        RenderedMail mail = mails.preview(order.build());

        assertThat(mail.html().getBytes(StandardCharsets.UTF_8).length).isLessThan(100_000);
        assertThat(mail.text()).contains(lines == 101 ? "and one more line," : " more lines, included in the total");
    }

    @ParameterizedTest(name = "U+{0}")
    @ValueSource(ints = {'\r', '\n', 0, 0x85})
    void no_field_can_carry_a_line_break_into_a_header(int character) {
        String evil = "x" + (char) character + "Bcc: eve@example.org";

        assertThatThrownBy(() -> order().buyerName(evil)).hasMessageContaining("control character");
        assertThatThrownBy(() -> OrderNumber.of(evil)).hasMessageContaining("control character");
        assertThatThrownBy(() -> EmailAddress.of("a" + (char) character + "@b.example"))
                .hasMessageContaining("has U+");
        assertThatThrownBy(() -> Brand.builder(evil, EmailAddress.of("a@b.example")))
                .hasMessageContaining("control character");
        assertThatThrownBy(() -> new OrderLine("A", evil, 1, Money.of("1", "GBP")))
                .hasMessageContaining("control character");
        assertThatThrownBy(() -> PostalAddress.builder().line(evil)).hasMessageContaining("control character");
    }

    @Test
    void a_worker_that_died_loses_no_mail() {
        mails.confirm(order().build());
        outbox.claim(NOW, Duration.ofMinutes(10), 1);

        assertThat(mails.deliver()).isEqualTo(new OrderMails.Delivery(0, 0, 0, 0, 0));
        assertThat(mails(NOW.plus(Duration.ofMinutes(10))).build().deliver())
                .isEqualTo(new OrderMails.Delivery(1, 0, 0, 0, 0));
    }

    @Test
    void a_real_server_takes_the_mail_as_it_was_made() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            SmtpTransport smtp = SmtpTransport.builder(
                            "127.0.0.1", server.getSmtp().getPort())
                    .security(SmtpTransport.Security.NONE)
                    .build();
            OrderMails overSmtp = mails(NOW).transport(smtp).build();
            overSmtp.confirm(order().build());

            assertThat(overSmtp.deliver()).isEqualTo(new OrderMails.Delivery(1, 0, 0, 0, 0));
            MimeMessage received = server.getReceivedMessages()[0];
            assertThat(received.getMessageID())
                    .isEqualTo(parsed(mails.preview(order().build()).mail().content())
                            .getMessageID());
            assertThat(received.getSubject()).isEqualTo("Mug & Co: your order 2026-17 is confirmed");
        } finally {
            server.stop();
        }
    }

    @Test
    void a_port_nobody_listens_on_is_named() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        SmtpTransport smtp = SmtpTransport.builder("127.0.0.1", port)
                .security(SmtpTransport.Security.NONE)
                .build();

        assertThat(smtp.send(mails.preview(order().build()).mail()))
                .isEqualTo(
                        new SendResult.Later("nothing listens on 127.0.0.1:" + port + " (expected: an SMTP server)"));
    }

    @Test
    void the_preview_folder_shows_every_mail_and_stays_in_its_place(@TempDir Path folder) throws IOException {
        Order evil = Order.builder(OrderNumber.of("../../evil<script>"), Money.currencyOf("GBP"))
                .placedAt(NOW)
                .email(EmailAddress.of("a@b.example"))
                .line(new OrderLine("A", "", 1, Money.of("1", "GBP")))
                .build();

        Path page = new PreviewFolder(folder.resolve("mails"))
                .write(List.of(mails.preview(order().build()), mails.preview(evil)));

        assertThat(Files.readString(page))
                .contains("<iframe src=\"order-confirmation-2026-17.html\"")
                .doesNotContain("<script>");
        assertThat(Files.list(folder)).hasSize(1);
        assertThat(Files.list(folder.resolve("mails"))).hasSize(7);
    }

    @Test
    void a_colour_that_cannot_be_read_on_white_is_refused() {
        assertThatThrownBy(() ->
                        Brand.builder("Shop", EmailAddress.of("a@b.example")).accent("#ffcc00"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("accent: #ffcc00 has contrast 1.51 to white (expected: 4.5 or more; choose a darker one)");
    }
}
