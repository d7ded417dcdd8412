package org.modestcrm.email;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.modestcrm.outbox.OutboxMail;

/** An open connection to a mail server. For one thread at a time. */
final class SmtpConnection {
    private static final Duration CHECKED_AFTER = Duration.ofSeconds(5);

    private final Session session;
    private final SMTPTransport transport;
    private final long openedAt = System.nanoTime();
    private long usedAt = openedAt;
    private int mails;
    private boolean handedOver;

    private SmtpConnection(Session session, SMTPTransport transport) {
        this.session = session;
        this.transport = transport;
    }

    /** The server cannot take addresses with letters outside of ASCII (RFC 6531). */
    static final class NoUtf8Exception extends Exception {
        NoUtf8Exception(String server) {
            super("553 5.6.7 " + server + " takes no address with letters outside of ASCII (SMTPUTF8)");
        }
    }

    static SmtpConnection open(SmtpSettings settings) throws MessagingException {
        Session session = Session.getInstance(settings.properties());
        SMTPTransport transport = (SMTPTransport) session.getTransport();
        boolean anonymous = settings.user.isEmpty();
        transport.connect(
                settings.host,
                settings.port,
                anonymous ? null : settings.user,
                anonymous ? null : settings.password.get());
        return new SmtpConnection(session, transport);
    }

    /** Young enough, and still there: asked of the server only after a rest. */
    boolean isFit(SmtpSettings settings) {
        long now = System.nanoTime();
        if (mails >= settings.maxMails || now - openedAt >= settings.maxAge.toNanos()) {
            return false;
        }
        return now - usedAt < CHECKED_AFTER.toNanos() || transport.isConnected();
    }

    /** Sends a mail and tells what the server said after the last byte. */
    String send(OutboxMail mail) throws MessagingException, NoUtf8Exception {
        handedOver = false;
        mails++;
        String sender = MimeMessages.ascii(mail.sender());
        String recipient = MimeMessages.ascii(mail.recipient());
        boolean utf8 = !MimeMessages.isAscii(sender + recipient);
        if (utf8 && !transport.supportsExtension("SMTPUTF8")) {
            throw new NoUtf8Exception(transport.getURLName().getHost());
        }
        Properties properties = session.getProperties();
        properties.setProperty("mail.mime.allowutf8", Boolean.toString(utf8));
        properties.setProperty("mail.smtp.from", sender);
        properties.setProperty("mail.smtps.from", sender);
        MimeMessages.Unchanged message = MimeMessages.parse(mail, session);
        try {
            transport.sendMessage(message, new Address[] {new InternetAddress(recipient)});
        } finally {
            handedOver = message.isHandedOver();
            usedAt = System.nanoTime();
        }
        return Objects.requireNonNullElse(transport.getLastServerResponse(), "");
    }

    boolean hasHandedOver() {
        return handedOver;
    }

    void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            // it is closed all the same
        }
    }
}
