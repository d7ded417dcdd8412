package org.modestcrm.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.order.OrderNumber;
import org.modestcrm.outbox.MailKey;
import org.modestcrm.outbox.OutboxMail;

@Timeout(60)
class SmtpTransportTest {
    private Server server;

    /** Speaks as much SMTP as it takes; says what it is told at one step. An answer of "-" closes, of "+" says nothing. */
    private static final class Server implements AutoCloseable {
        final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        final AtomicInteger connections = new AtomicInteger();
        final List<String> commands = new CopyOnWriteArrayList<>();
        final List<String> mails = new CopyOnWriteArrayList<>();
        private volatile String step = "";
        private volatile String answer = "";
        private volatile int times = Integer.MAX_VALUE;

        Server() throws IOException {
            Thread thread = new Thread(this::serve, "smtp");
            thread.setDaemon(true);
            thread.start();
        }

        void answer(String at, String with, int howOften) {
            answer = with;
            times = howOften;
            step = at;
        }

        private void serve() {
            while (!socket.isClosed()) {
                try {
                    Socket client = socket.accept();
                    connections.incrementAndGet();
                    Thread thread = new Thread(() -> talk(client), "smtp-client");
                    thread.setDaemon(true);
                    thread.start();
                } catch (IOException e) {
                    return;
                }
            }
        }

        private void talk(Socket client) {
            try (client) {
                OutputStream out = client.getOutputStream();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
                boolean goesOn = say(out, "CONNECT", "220 ready");
                while (goesOn) {
                    String line = in.readLine();
                    goesOn = line != null && answer(out, in, line);
                }
            } catch (IOException e) {
                // the client left
            }
        }

        private boolean answer(OutputStream out, BufferedReader in, String line) throws IOException {
            String verb = line.split("[ :]")[0].toUpperCase(Locale.ROOT);
            commands.add(line);
            if (verb.equals("EHLO")) {
                return say(out, verb, "250-here\r\n250 8BITMIME");
            }
            if (!verb.equals("DATA")) {
                return say(out, verb, verb.equals("QUIT") ? "221 bye" : "250 2.1.0 ok");
            }
            if (!say(out, verb, "354 go on")) {
                return false;
            }
            StringBuilder mail = new StringBuilder();
            for (String part = in.readLine(); part != null && !part.equals("."); part = in.readLine()) {
                mail.append(part).append("\r\n");
            }
            mails.add(mail.toString());
            return say(out, "DOT", "250 2.0.0 taken as " + mails.size());
        }

        private boolean say(OutputStream out, String at, String usual) throws IOException {
            boolean now = at.equals(step) && times-- > 0;
            String text = now ? answer : usual;
            if (text.equals("-")) {
                return false;
            }
            if (!text.equals("+")) {
                out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
            return true;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @BeforeEach
    void open() throws IOException {
        server = new Server();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private SmtpTransport.Builder smtp() {
        return SmtpTransport.builder("127.0.0.1", server.socket.getLocalPort())
                .security(SmtpTransport.Security.NONE)
                .timeout(Duration.ofMillis(700));
    }

    private static OutboxMail mail(String recipient) {
        String content = "Message-ID: <1@shop.example>\r\nSubject: x\r\n\r\n.Hello\r\n..\r\nEnd\r\n";
        return new OutboxMail(
                new MailKey("order-confirmation", OrderNumber.of("1"), 1),
                EmailAddress.of("bounces@shop.example"),
                EmailAddress.of(recipient),
                content.getBytes(StandardCharsets.US_ASCII));
    }

    private static OutboxMail mail() {
        return mail("alice@example.org");
    }

    @Test
    void the_reply_is_kept_and_the_bytes_arrive_unchanged() {
        assertThat(smtp().build().send(mail())).isEqualTo(new SendResult.Accepted("250 2.0.0 taken as 1"));
        assertThat(server.mails)
                .containsExactly("Message-ID: <1@shop.example>\r\nSubject: x\r\n\r\n..Hello\r\n...\r\nEnd\r\n");
        assertThat(server.commands).contains("MAIL FROM:<bounces@shop.example>", "RCPT TO:<alice@example.org>");
    }

    @Test
    void a_connection_is_used_again_until_it_is_old_enough() {
        SmtpTransport smtp = smtp().reuse(3, Duration.ofMinutes(5)).build();

        for (int i = 0; i < 7; i++) {
            assertThat(smtp.send(mail())).isInstanceOf(SendResult.Accepted.class);
        }

        assertThat(server.connections).hasValue(3);
    }

    @Test
    void a_kept_connection_that_was_closed_is_opened_anew() {
        SmtpTransport smtp = smtp().build();
        smtp.send(mail());
        server.answer("MAIL", "-", 1);

        assertThat(smtp.send(mail())).isEqualTo(new SendResult.Accepted("250 2.0.0 taken as 2"));
        assertThat(server.connections).hasValue(2);
    }

    @Test
    void a_server_that_refuses_a_reader_is_quoted_without_the_address() {
        server.answer("RCPT", "550 5.1.1 <alice@example.org>: no such user", 1);
        SmtpTransport smtp = smtp().build();

        assertThat(smtp.send(mail())).isEqualTo(new SendResult.Refused("550 5.1.1 <recipient>: no such user"));
        assertThat(smtp.send(mail())).isInstanceOf(SendResult.Accepted.class);
    }

    @Test
    void a_server_that_says_421_in_between_is_tried_later() {
        server.answer("RCPT", "421 4.3.2 shutting down", 1);

        assertThat(smtp().build().send(mail())).isEqualTo(new SendResult.Later("421 4.3.2 shutting down"));
    }

    @Test
    void a_server_that_stalls_before_the_mail_is_tried_later() {
        server.answer("MAIL", "+", 9);

        assertThat(smtp().build().send(mail()))
                .isEqualTo(new SendResult.Later(
                        "127.0.0.1:" + server.socket.getLocalPort() + " closed before it took the mail"));
    }

    @Test
    void a_server_that_stalls_or_resets_after_the_last_byte_leaves_doubt() {
        server.answer("DOT", "+", 1);
        assertThat(smtp().build().send(mail())).isInstanceOf(SendResult.Unknown.class);
        server.answer("DOT", "-", 1);
        assertThat(smtp().build().send(mail())).isInstanceOf(SendResult.Unknown.class);
        assertThat(server.mails).hasSize(2);
    }

    @Test
    void a_mail_refused_after_the_last_byte_is_refused() {
        server.answer("DOT", "554 5.7.1 looks like spam", 1);

        assertThat(smtp().build().send(mail())).isEqualTo(new SendResult.Refused("554 5.7.1 looks like spam"));
    }

    @Test
    void nothing_goes_out_in_the_clear_when_encryption_is_asked_for() {
        SmtpTransport smtp = smtp().security(SmtpTransport.Security.STARTTLS)
                .login("shop", "secret")
                .build();

        assertThat(smtp.send(mail())).isInstanceOf(SendResult.Later.class);
        assertThat(server.commands).noneMatch(command -> command.startsWith("MAIL") || command.startsWith("AUTH"));
    }

    @Test
    void a_local_part_outside_of_ascii_is_refused_before_the_mail() {
        assertThat(smtp().build().send(mail("zoë@example.org")))
                .isEqualTo(new SendResult.Refused(
                        "553 5.6.7 127.0.0.1 takes no address with letters outside of ASCII (SMTPUTF8)"));
        assertThat(server.commands).noneMatch(command -> command.startsWith("MAIL"));
    }

    @Test
    void a_domain_outside_of_ascii_goes_out_as_the_dns_knows_it() {
        assertThat(smtp().build().send(mail("alice@bücher.example"))).isInstanceOf(SendResult.Accepted.class);
        assertThat(server.commands).contains("RCPT TO:<alice@xn--bcher-kva.example>");
    }
}
