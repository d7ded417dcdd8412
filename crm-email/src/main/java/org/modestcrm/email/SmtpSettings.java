package org.modestcrm.email;

import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Supplier;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;

/** What a connection is opened with, in the words of Jakarta Mail. */
final class SmtpSettings {
    final String host;
    final int port;
    final String user;
    final Supplier<String> password;
    final Duration timeout;
    final int maxMails;
    final Duration maxAge;
    private final SmtpTransport.Security security;
    private final String mechanisms;
    private final SSLContext trust;

    SmtpSettings(SmtpTransport.Builder from) {
        this.host = from.host;
        this.port = from.port;
        this.user = from.user;
        this.password = from.password;
        this.timeout = from.timeout;
        this.maxMails = from.maxMails;
        this.maxAge = from.maxAge;
        this.security = from.security;
        this.mechanisms = from.mechanisms;
        this.trust = Objects.requireNonNullElseGet(from.trust, SmtpSettings::trustOfRuntime);
    }

    private static SSLContext trustOfRuntime() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("TLS is missing (expected: in every Java runtime)", e);
        }
    }

    String server() {
        return host + ":" + port;
    }

    Properties properties() {
        Properties properties = new Properties();
        boolean tls = security == SmtpTransport.Security.TLS;
        boolean startTls = security == SmtpTransport.Security.STARTTLS;
        String prefix = tls ? "mail.smtps." : "mail.smtp.";
        properties.setProperty("mail.transport.protocol", tls ? "smtps" : "smtp");
        String millis = Long.toString(timeout.toMillis());
        properties.setProperty(prefix + "connectiontimeout", millis);
        properties.setProperty(prefix + "timeout", millis);
        properties.setProperty(prefix + "writetimeout", millis);
        properties.setProperty(prefix + "starttls.enable", Boolean.toString(startTls));
        properties.setProperty(prefix + "starttls.required", Boolean.toString(startTls));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "quitwait", "false");
        properties.setProperty(prefix + "auth", Boolean.toString(!user.isEmpty()));
        if (!mechanisms.isEmpty()) {
            properties.setProperty(prefix + "auth.mechanisms", mechanisms);
        }
        SocketFactory encrypted = trust.getSocketFactory();
        properties.put(prefix + "ssl.socketFactory", tls ? new NoDelaySockets(encrypted) : encrypted);
        if (!tls) {
            properties.put(prefix + "socketFactory", new NoDelaySockets(SocketFactory.getDefault()));
        }
        return properties;
    }
}
