package org.modestcrm.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Set;
import org.modestcrm.consent.Consent;
import org.modestcrm.customer.PersonName;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.exchangelog.OrderSummary;
import org.modestcrm.exchangelog.Profile;
import org.modestcrm.exchangelog.ProfileId;
import org.modestcrm.exchangelog.Tombstone;
import org.modestcrm.money.Money;
import org.modestcrm.order.OrderLine;

/**
 * Writes a {@code records} document, one record at a time. The same records give the same bytes. It knows no policy: what
 * may leave is for {@link ProfileExport}.
 *
 * <pre>{@code
 * try (OutputStream out = Files.newOutputStream(file)) {
 *     ProfileWriter writer = ProfileWriter.begin(out, "2026-11-05.1", 1);
 *     profiles.forEach(writer::write);
 *     writer.end();
 * }
 * }</pre>
 *
 * <p>A record is written whole or not at all. The document is complete after {@link #end()}; the stream is neither flushed
 * nor closed. For one thread.
 */
public final class ProfileWriter {
    private static final int MAX_RECORD_BYTES = 1 << 20;

    private final OutputStream out;
    private final XmlOut xml = new XmlOut();
    private final Set<ProfileId> orders = new HashSet<>();
    private final SeenIds seen = new SeenIds();
    private long bytes;
    private long profiles;
    private long gone;

    private ProfileWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Begins a document.
     *
     * @param out where it goes
     * @param message the id of the message: 1 to 100 letters, digits, {@code .}, {@code _}, {@code :} and {@code -}
     * @param part which part of the message it is, from 1 on
     * @return a writer that has written the head
     * @throws ExchangeException when the stream fails
     */
    public static ProfileWriter begin(OutputStream out, String message, int part) {
        if (part < 1) {
            throw new IllegalArgumentException("part: " + part + " (expected: 1 or more)");
        }
        ProfileWriter writer = new ProfileWriter(out);
        writer.xml
                .declaration()
                .start("records")
                .attribute("xmlns", GuardedXml.NAMESPACE)
                .attribute("version", "1.0")
                .attribute("message", ProfileId.of(message).value())
                .attribute("part", Integer.toString(part))
                .line();
        writer.flush();
        return writer;
    }

    /**
     * Writes a profile.
     *
     * @param profile the profile
     * @throws IllegalArgumentException when it cannot be written: an id that was written before, two orders of one id, a
     *     character XML does not have, more than 1 MiB; the document is as it was before the call
     * @throws ExchangeException when the stream fails
     */
    public void write(Profile profile) {
        record(profile.id(), () -> profile(profile));
        profiles++;
    }

    /**
     * Writes a tombstone.
     *
     * @param tombstone the tombstone
     * @throws IllegalArgumentException when its id was written before
     * @throws ExchangeException when the stream fails
     */
    public void write(Tombstone tombstone) {
        record(
                tombstone.id(),
                () -> xml.start("gone")
                        .attribute("id", tombstone.id().value())
                        .attribute("rev", Long.toString(tombstone.revision()))
                        .attribute("at", tombstone.at().toString())
                        .attribute("reason", Words.of(tombstone.reason()))
                        .end("gone"));
        gone++;
    }

    /**
     * Writes the end of the document, with the counts.
     *
     * @throws ExchangeException when the stream fails
     */
    public void end() {
        xml.start("end")
                .attribute("records", Long.toString(profiles))
                .attribute("gone", Long.toString(gone))
                .end("end")
                .end("records");
        flush();
    }

    /**
     * How many bytes were handed to the stream so far.
     *
     * @return more than 0
     */
    public long bytes() {
        return bytes;
    }

    long profiles() {
        return profiles;
    }

    long gone() {
        return gone;
    }

    private void record(ProfileId id, Runnable content) {
        try {
            content.run();
            if (xml.length() > MAX_RECORD_BYTES) {
                throw new IllegalArgumentException("record of " + xml.length() + " bytes (expected: at most 1 MiB)");
            }
            if (!seen.add(id.value())) {
                throw new IllegalArgumentException("a second time (expected: each id once)");
            }
        } catch (IllegalArgumentException e) {
            xml.drop();
            throw new IllegalArgumentException("record " + id + ": " + e.getMessage(), e);
        }
        flush();
    }

    private void flush() {
        try {
            bytes += xml.length();
            xml.flushTo(out);
        } catch (IOException e) {
            throw new ExchangeException("records cannot be written (" + e.getMessage() + ")", e);
        }
    }

    private void profile(Profile profile) {
        xml.start("profile")
                .attribute("id", profile.id().value())
                .attribute("rev", Long.toString(profile.revision()))
                .attribute("at", profile.at().toString())
                .line();
        for (Profile.Key key : profile.keys()) {
            xml.start("key").attribute("scheme", key.scheme()).text(key.value()).end("key");
        }
        profile.name().ifPresent(name -> name(name, profile));
        profile.birthDate().ifPresent(date -> xml.element("born", date.text()));
        profile.language().ifPresent(language -> xml.element("language", language.toLanguageTag()));
        profile.emails().forEach(email -> xml.element("email", email.value()));
        profile.phones().forEach(phone -> xml.element("phone", phone));
        profile.addresses().forEach(this::address);
        profile.consents().forEach(this::consent);
        profile.preferences()
                .forEach((name, choice) -> xml.start("preference")
                        .attribute("name", name)
                        .text(choice)
                        .end("preference"));
        profile.interests().forEach(this::interest);
        profile.segments().forEach(segment -> xml.element("segment", segment));
        profile.value().ifPresent(this::value);
        orders.clear();
        profile.orders().forEach(this::order);
        xml.end("profile");
    }

    private void name(PersonName name, Profile profile) {
        xml.start("name");
        profile.nameLanguage().ifPresent(language -> xml.attribute("lang", language.toLanguageTag()));
        xml.line();
        optional("given", name.given());
        optional("family", name.family());
        xml.element("full", name.full()).end("name");
    }

    private void optional(String element, String text) {
        if (!text.isEmpty()) {
            xml.element(element, text);
        }
    }

    private void address(PostalAddress address) {
        xml.start("address").line();
        address.lines().forEach(line -> xml.element("line", line));
        optional("postcode", address.postcode());
        optional("city", address.city());
        optional("region", address.region());
        address.country().ifPresent(country -> xml.element("country", country));
        xml.end("address");
    }

    private void consent(Consent consent) {
        xml.start("consent")
                .attribute("channel", consent.channel().code())
                .attribute("purpose", consent.purpose().code())
                .attribute("status", Words.of(consent.status()))
                .attribute("at", consent.at().toString());
        consent.expiresAt().ifPresent(until -> xml.attribute("until", until.toString()));
        optionalAttribute("method", consent.method());
        optionalAttribute("wording", consent.wording());
        xml.end("consent");
    }

    private void optionalAttribute(String name, String text) {
        if (!text.isEmpty()) {
            xml.attribute(name, text);
        }
    }

    private void interest(Profile.Interest interest) {
        xml.start("interest")
                .attribute("name", interest.name())
                .attribute("weight", interest.weight().toPlainString())
                .attribute("source", Words.of(interest.source()))
                .end("interest");
    }

    private void value(OrderSummary value) {
        xml.start("value")
                .attribute("orders", Integer.toString(value.orders()))
                .attribute("first", value.first().toString())
                .attribute("last", value.last().toString());
        money("total", value.total()).end("value");
    }

    private XmlOut money(String attribute, Money money) {
        return xml.attribute(attribute, money.amount().toPlainString())
                .attribute("currency", money.currency().getCurrencyCode());
    }

    private void order(Profile.PastOrder order) {
        if (!orders.add(order.id())) {
            throw new IllegalArgumentException("order " + order.id() + " a second time (expected: each id once)");
        }
        xml.start("order")
                .attribute("id", order.id().value())
                .attribute("at", order.at().toString())
                .attribute("status", Words.of(order.status()));
        money("total", order.total());
        if (!order.lines().isEmpty()) {
            xml.line();
            order.lines().forEach(this::line);
        }
        xml.end("order");
    }

    private void line(OrderLine line) {
        xml.start("line")
                .attribute("sku", line.sku())
                .attribute("quantity", Integer.toString(line.quantity()))
                .attribute("price", line.unitPrice().amount().toPlainString());
        if (!line.description().isEmpty()) {
            xml.text(line.description());
        }
        xml.end("line");
    }
}
