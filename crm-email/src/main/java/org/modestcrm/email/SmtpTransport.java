package org.modestcrm.email;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.modestcrm.outbox.OutboxMail;

/**
 * Sends by SMTP (RFC 5321), a connection for each mail. Encryption is required unless {@link Security#NONE} is chosen.
 * Thread-safe.
 */
public final class SmtpTransport implements Transport {
    private static final Pattern REPLY = Pattern.compile("(?s)\\A\\s*([245])\\d\\d[ -].*");

    private final String host;
    private final int port;
    private final String user;
    private final String password;
    private final Session session;

    private SmtpTransport(Builder from) {
        this.host = from.host;
        this.port = from.port;
        this.user = from.user;
        this.password = from.password;
        this.session = Session.getInstance(properties(from));
    }

    /** How the connection is protected. */
    public enum Security {
        /** Not at all: for a server on the same machine. */
        NONE,
        /** By STARTTLS (RFC 3207), which the server must offer. */
        STARTTLS,
        /** By TLS from the first byte (RFC 8314). */
        TLS
    }

    /**
     * Begins a transport.
     *
     * @param host of the mail server
     * @param port 1 to 65535; usually 587 for STARTTLS, 465 for TLS
     * @return a builder that needs nothing more
     */
    public static Builder builder(String host, int port) {
        return new Builder(host, port);
    }

    private static Properties properties(Builder from) {
        Properties properties = new Properties();
        String protocol = from.security == Security.TLS ? "smtps" : "smtp";
        String prefix = "mail." + protocol + ".";
        properties.setProperty("mail.transport.protocol", protocol);
        properties.setProperty(prefix + "host", from.host);
        properties.setProperty(prefix + "port", Integer.toString(from.port));
        String millis = Long.toString(from.timeout.toMillis());
        properties.setProperty(prefix + "connectiontimeout", millis);
        properties.setProperty(prefix + "timeout", millis);
        properties.setProperty(prefix + "writetimeout", millis);
        properties.setProperty(prefix + "starttls.enable", Boolean.toString(from.security == Security.STARTTLS));
        properties.setProperty(prefix + "starttls.required", Boolean.toString(from.security == Security.STARTTLS));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "auth", Boolean.toString(!from.user.isEmpty()));
        if (from.security != Security.TLS) {
            properties.put(prefix + "socketFactory", new NoDelaySockets());
        }
        return properties;
    }

    @Override
    public SendResult send(OutboxMail mail) {
        try (jakarta.mail.Transport connection = connect(mail)) {
            MimeMessage message = MimeMessages.parse(mail, session);
            try {
                connection.sendMessage(
                        message,
                        new Address[] {new InternetAddress(mail.recipient().value())});
                return new SendResult.Accepted("taken by " + host + ":" + port);
            } catch (MessagingException e) {
                return afterConnecting(e);
            }
        } catch (AuthenticationFailedException e) {
            return new SendResult.Later(host + ":" + port + " refused user and password (" + reply(e) + ")");
        } catch (MessagingException e) {
            return new SendResult.Later(notConnected(e));
        }
    }

    private jakarta.mail.Transport connect(OutboxMail mail) throws MessagingException {
        session.getProperties().setProperty("mail.smtp.from", mail.sender().value());
        jakarta.mail.Transport connection = session.getTransport();
        connection.connect(host, port, user.isEmpty() ? null : user, user.isEmpty() ? null : password);
        return connection;
    }

    private String notConnected(MessagingException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException) {
                return "nothing listens on " + host + ":" + port + " (expected: an SMTP server)";
            }
            if (cause instanceof UnknownHostException) {
                return "host " + host + " is unknown (expected: the name of an SMTP server)";
            }
        }
        return "no connection to " + host + ":" + port + " (" + reply(e) + ")";
    }

    /** A reply of the server decides; without one nobody knows whether it has the mail. */
    private static SendResult afterConnecting(MessagingException e) {
        for (@Nullable Exception cause = e; cause != null; cause = next(cause)) {
            Matcher reply = REPLY.matcher(Objects.requireNonNullElse(cause.getMessage(), ""));
            if (reply.matches()) {
                String text = oneLine(reply.group());
                return reply.group(1).equals("5") ? new SendResult.Refused(text) : new SendResult.Later(text);
            }
        }
        return new SendResult.Unknown("no reply (" + reply(e) + ")");
    }

    private static @Nullable Exception next(Exception e) {
        return e instanceof MessagingException messaging ? messaging.getNextException() : null;
    }

    private static String reply(Exception e) {
        return oneLine(Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName()));
    }

    private static String oneLine(String text) {
        String line = text.strip().replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= 300 ? line : line.substring(0, 300) + "...";
    }

    /** Collects the settings of a transport. For one thread. */
    public static final class Builder {
        private final String host;
        private final int port;
        private Security security = Security.STARTTLS;
        private String user = "";
        private String password = "";
        private Duration timeout = Duration.ofSeconds(30);

        private Builder(String host, int port) {
            if (port < 1 || port > 65_535) {
                throw new IllegalArgumentException("port: " + port + " (expected: 1 to 65535)");
            }
            this.host = host;
            this.port = port;
        }

        /**
         * Sets how the connection is protected.
         *
         * @param value {@link Security#STARTTLS} unless set
         * @return this
         */
        public Builder security(Security value) {
            security = value;
            return this;
        }

        /**
         * Sets whom the server knows us as.
         *
         * @param name user name
         * @param secret password
         * @return this
         */
        public Builder login(String name, String secret) {
            user = name;
            password = secret;
            return this;
        }

        /**
         * Sets how long each step may take.
         *
         * @param value 30 seconds unless set
         * @return this
         */
        public Builder timeout(Duration value) {
            timeout = value;
            return this;
        }

        /**
         * The transport.
         *
         * @return never null
         */
        public SmtpTransport build() {
            return new SmtpTransport(this);
        }
    }
}
