package org.modestcrm.customer;

import java.util.List;
import java.util.Locale;
import org.modestcrm.internal.Texts;

/**
 * A way in which shop and customer meet. The usual ones are constants; a shop adds its own with {@link #of}.
 *
 * @param code upper-case letters, digits, {@code _}, {@code -} and {@code .}; given in any case, kept in upper case
 */
public record Channel(String code) {
    /** The web shop and its pages. */
    public static final Channel WEB = new Channel("WEB");
    /** E-mail, in and out. */
    public static final Channel EMAIL = new Channel("EMAIL");
    /** A call. */
    public static final Channel PHONE = new Channel("PHONE");
    /** A short message to a telephone. */
    public static final Channel SMS = new Channel("SMS");
    /** A chat on the site or in a messenger. */
    public static final Channel CHAT = new Channel("CHAT");
    /** In the shop, at a fair, at the door. */
    public static final Channel IN_PERSON = new Channel("IN_PERSON");
    /** A call the customer asked for. */
    public static final Channel CALLBACK = new Channel("CALLBACK");
    /** A letter or a parcel insert. */
    public static final Channel POST = new Channel("POST");

    /**
     * Checks the code and turns it to upper case.
     *
     * @param code the code
     */
    public Channel {
        code = Texts.code("channel", code).toUpperCase(Locale.ROOT);
    }

    /**
     * The channel of a code, built in or the shop's own.
     *
     * @param code such as {@code email} or {@code LOUNGE}
     * @return the channel
     */
    public static Channel of(String code) {
        return new Channel(code);
    }

    /**
     * The channels every shop has.
     *
     * @return the eight constants
     */
    public static List<Channel> builtIn() {
        return List.of(WEB, EMAIL, PHONE, SMS, CHAT, IN_PERSON, CALLBACK, POST);
    }

    @Override
    public String toString() {
        return code;
    }
}
