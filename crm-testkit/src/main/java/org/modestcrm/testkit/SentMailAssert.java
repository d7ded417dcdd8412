package org.modestcrm.testkit;

import java.util.Locale;
import org.assertj.core.api.AbstractAssert;
import org.modestcrm.order.OrderView;

/** What a test may ask of a mail. */
public final class SentMailAssert extends AbstractAssert<SentMailAssert, SentMail> {
    SentMailAssert(SentMail actual) {
        super(actual, SentMailAssert.class);
    }

    /**
     * Expects a subject.
     *
     * @param subject the whole subject
     * @return this
     */
    public SentMailAssert withSubject(String subject) {
        isNotNull();
        return expect(actual.subject().equals(subject), "subject \"" + subject + "\"", actual.subject());
    }

    /**
     * Expects a part of the subject.
     *
     * @param part some of it
     * @return this
     */
    public SentMailAssert withSubjectContaining(String part) {
        isNotNull();
        return expect(actual.subject().contains(part), "subject with \"" + part + "\"", actual.subject());
    }

    /**
     * Expects something to read, in the text part and in the HTML part alike.
     *
     * @param part words as the reader sees them, on one line of the text
     * @return this
     */
    public SentMailAssert saying(String part) {
        return withTextContaining(part).withHtmlContaining(escaped(part));
    }

    /**
     * Expects something in the text part.
     *
     * @param part some of it
     * @return this
     */
    public SentMailAssert withTextContaining(String part) {
        isNotNull();
        return expect(plain(actual.text()).contains(part), "text with \"" + part + "\"", actual.text());
    }

    /**
     * Expects something in the HTML part.
     *
     * @param part some of its source
     * @return this
     */
    public SentMailAssert withHtmlContaining(String part) {
        isNotNull();
        return expect(plain(actual.html()).contains(part), "HTML with \"" + part + "\"", actual.html());
    }

    /**
     * Expects a link in the HTML part.
     *
     * @param address where it leads
     * @return this
     */
    public SentMailAssert withLinkTo(String address) {
        isNotNull();
        return expect(actual.links().contains(address), "a link to " + address, "links to " + actual.links());
    }

    /**
     * Expects a language.
     *
     * @param languageTag by BCP 47; a mail in {@code fr-FR} is in {@code fr} too
     * @return this
     */
    public SentMailAssert inLanguage(String languageTag) {
        isNotNull();
        boolean met = actual.language()
                .filter(found -> Languages.covers(languageTag, found))
                .isPresent();
        String found = actual.language().map(Locale::toLanguageTag).orElse("none");
        return expect(met, "language " + languageTag, "language " + found);
    }

    /**
     * Expects the order it is about.
     *
     * @param order the order
     * @return this
     */
    public SentMailAssert about(OrderView order) {
        isNotNull();
        boolean met = actual.key().order().equals(order.number());
        return expect(
                met,
                "a mail about order " + order.number(),
                "order " + actual.key().order());
    }

    /** Blanks that do not break a line look like blanks to a reader, and so they do to a test. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private SentMailAssert expect(boolean met, String expectation, String found) {
        if (!met) {
            failWithMessage("Expecting mail %s%n  to have %s%nbut found%n  %s", actual, expectation, found);
        }
        return this;
    }
}
