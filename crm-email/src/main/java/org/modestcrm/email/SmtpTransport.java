package org.modestcrm.email;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.modestcrm.outbox.OutboxMail;

/**
 * Sends by SMTP (RFC 5321) over connections that are kept and used again. Encryption is required unless
 * {@link Security#NONE} is chosen, and the name in the server's certificate is checked. Thread-safe; close it at the end.
 */
public final class SmtpTransport implements Transport, AutoCloseable {
    private static final Pattern REPLY = Pattern.compile("(?s)\\A\\s*([245])\\d\\d[ -].*");

    private final SmtpSettings settings;
    private final ConcurrentLinkedDeque<SmtpConnection> idle = new ConcurrentLinkedDeque<>();
    private final Semaphore places;

    private SmtpTransport(Builder from) {
        this.settings = new SmtpSettings(from);
        this.places = new Semaphore(from.maxConnections);
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

    @Override
    public SendResult send(OutboxMail mail) {
        try {
            if (!places.tryAcquire(settings.timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                return new SendResult.Later("all connections to " + settings.server() + " are in use");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SendResult.Later("interrupted before sending");
        }
        try {
            return sendOverSome(mail);
        } finally {
            places.release();
        }
    }

    /** A kept connection may have been closed by the server meanwhile: then the mail goes over a new one. */
    private SendResult sendOverSome(OutboxMail mail) {
        for (SmtpConnection kept = idle.poll(); kept != null; kept = idle.poll()) {
            if (!kept.isFit(settings)) {
                kept.close();
                continue;
            }
            @Nullable SendResult result = sendOver(kept, mail);
            if (result != null) {
                return result;
            }
        }
        try {
            @Nullable SendResult result = sendOver(SmtpConnection.open(settings), mail);
            return result == null
                    ? new SendResult.Later(settings.server() + " closed before it took the mail")
                    : result;
        } catch (AuthenticationFailedException e) {
            return new SendResult.Later(settings.server() + " refused user and password (" + reply(e) + ")");
        } catch (MessagingException e) {
            return new SendResult.Later(notConnected(e));
        }
    }

    /** Null when the connection broke before the mail was handed over: it may go over another one. */
    private @Nullable SendResult sendOver(SmtpConnection connection, OutboxMail mail) {
        try {
            String reply = connection.send(mail);
            if (connection.isFit(settings)) {
                idle.push(connection);
            } else {
                connection.close();
            }
            return new SendResult.Accepted(oneLine(reply, mail));
        } catch (SmtpConnection.NoUtf8Exception e) {
            idle.push(connection);
            return new SendResult.Refused(Objects.requireNonNull(e.getMessage()));
        } catch (MessagingException e) {
            connection.close();
            return afterConnecting(e, connection.hasHandedOver(), mail);
        }
    }

    private String notConnected(MessagingException e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException) {
                return "nothing listens on " + settings.server() + " (expected: an SMTP server)";
            }
            if (cause instanceof UnknownHostException) {
                return "host " + settings.host + " is unknown (expected: the name of an SMTP server)";
            }
        }
        return "no connection to " + settings.server() + " (" + reply(e) + ")";
    }

    /** A reply of the server decides; without one it depends on whether all of the mail was handed over. */
    private static @Nullable SendResult afterConnecting(MessagingException e, boolean handedOver, OutboxMail mail) {
        for (@Nullable Exception cause = e; cause != null; cause = next(cause)) {
            Matcher reply = REPLY.matcher(Objects.requireNonNullElse(cause.getMessage(), ""));
            if (reply.matches()) {
                String text = oneLine(reply.group(), mail);
                return reply.group(1).equals("5") ? new SendResult.Refused(text) : new SendResult.Later(text);
            }
        }
        return handedOver ? new SendResult.Unknown("no reply (" + oneLine(reply(e), mail) + ")") : null;
    }

    private static @Nullable Exception next(Exception e) {
        return e instanceof MessagingException messaging ? messaging.getNextException() : null;
    }

    private static String reply(Exception e) {
        return oneLine(Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName()));
    }

    /** Servers like to repeat the address of the reader; it stays out of states and logs. */
    private static String oneLine(String text, OutboxMail mail) {
        String address = Pattern.quote(mail.recipient().value());
        return oneLine(text.replaceAll("(?i)<?" + address + ">?", "<recipient>"));
    }

    private static String oneLine(String text) {
        String line = text.strip().replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= 300 ? line : line.substring(0, 300) + "...";
    }

    /** Closes the connections that wait for the next mail. */
    @Override
    public void close() {
        for (SmtpConnection kept = idle.poll(); kept != null; kept = idle.poll()) {
            kept.close();
        }
    }

    /** Collects the settings of a transport. For one thread. */
    public static final class Builder {
        final String host;
        final int port;
        Security security = Security.STARTTLS;
        String user = "";
        Supplier<String> password = () -> "";
        String mechanisms = "";
        Duration timeout = Duration.ofSeconds(30);
        int maxConnections = 4;
        int maxMails = 100;
        Duration maxAge = Duration.ofMinutes(5);

        @Nullable SSLContext trust;

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
            password = () -> secret;
            mechanisms = "LOGIN PLAIN";
            return this;
        }

        /**
         * Sets whom the server knows us as, by a token (XOAUTH2) that is fetched for each connection.
         *
         * @param name user name
         * @param token gives an access token that is valid now
         * @return this
         */
        public Builder token(String name, Supplier<String> token) {
            user = name;
            password = token;
            mechanisms = "XOAUTH2";
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
         * Sets how many connections there may be at once; a thread that finds none waits for the timeout.
         *
         * @param value 1 or more; 4 unless set
         * @return this
         */
        public Builder connections(int value) {
            if (value < 1) {
                throw new IllegalArgumentException("connections: " + value + " (expected: 1 or more)");
            }
            maxConnections = value;
            return this;
        }

        /**
         * Sets how long a connection is used: providers close those that live too long.
         *
         * @param mails at most; 100 unless set
         * @param age at most; 5 minutes unless set
         * @return this
         */
        public Builder reuse(int mails, Duration age) {
            if (mails < 1) {
                throw new IllegalArgumentException("mails per connection: " + mails + " (expected: 1 or more)");
            }
            maxMails = mails;
            maxAge = age;
            return this;
        }

        /**
         * Sets whom we trust to be the server.
         *
         * @param value that of the Java runtime unless set
         * @return this
         */
        public Builder trust(SSLContext value) {
            trust = value;
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
