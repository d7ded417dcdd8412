package org.modestcrm.exchangelog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.modestcrm.consent.Consent;
import org.modestcrm.customer.BirthDate;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.PersonName;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.internal.Problems;
import org.modestcrm.internal.Texts;

/** Collects the parts of a {@link Profile}. Equal entries of a list are kept once. For one thread. */
public final class ProfileBuilder {
    private static final int MAX_ENTRIES = 200;
    private static final long MAX_REVISION = 999_999_999_999_999_999L;
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

    final ProfileId id;
    final Set<Profile.Key> keys = new LinkedHashSet<>();
    final Set<EmailAddress> emails = new LinkedHashSet<>();
    final Set<String> phones = new LinkedHashSet<>();
    final Set<PostalAddress> addresses = new LinkedHashSet<>();
    final Set<Consent> consents = new LinkedHashSet<>();
    final Set<Profile.Interest> interests = new LinkedHashSet<>();
    final Set<String> segments = new LinkedHashSet<>();
    final List<Profile.PastOrder> orders = new ArrayList<>();
    private final Map<String, String> preferences = new LinkedHashMap<>();
    long revision;
    private @Nullable Instant at;

    @Nullable PersonName name;

    @Nullable Locale nameLanguage;

    @Nullable BirthDate birthDate;

    @Nullable Locale language;

    @Nullable OrderSummary value;

    ProfileBuilder(ProfileId id) {
        this.id = id;
    }

    Map<String, String> preferences() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(preferences));
    }

    /**
     * Sets the revision; without it it is 0.
     *
     * @param number 0 or more, at most 18 digits
     * @return this
     */
    public ProfileBuilder revision(long number) {
        revision = number;
        return this;
    }

    /**
     * Sets the moment as of which the profile tells.
     *
     * @param moment a year from 1 to 9999
     * @return this
     */
    public ProfileBuilder at(Instant moment) {
        at = Exchangeable.instant("at", moment);
        return this;
    }

    /**
     * Adds a key.
     *
     * @param key the key
     * @return this
     */
    public ProfileBuilder key(Profile.Key key) {
        keys.add(key);
        return this;
    }

    /**
     * Sets the name.
     *
     * @param given the name
     * @return this
     */
    public ProfileBuilder name(PersonName given) {
        name = given;
        return this;
    }

    /**
     * Sets language and script the name is written in.
     *
     * @param locale such as {@code ru-Cyrl}
     * @return this
     */
    public ProfileBuilder nameLanguage(Locale locale) {
        nameLanguage = language("language of name", locale);
        return this;
    }

    /**
     * Sets the birth date.
     *
     * @param date with or without year
     * @return this
     */
    public ProfileBuilder birthDate(BirthDate date) {
        birthDate = date;
        return this;
    }

    /**
     * Sets the language the person wants to be addressed in.
     *
     * @param locale such as {@code fr-BE}
     * @return this
     */
    public ProfileBuilder language(Locale locale) {
        language = language("language", locale);
        return this;
    }

    /**
     * Adds an e-mail address.
     *
     * @param address the address
     * @return this
     */
    public ProfileBuilder email(EmailAddress address) {
        emails.add(address);
        return this;
    }

    /**
     * Adds a telephone number.
     *
     * @param number in the form of E.164: {@code +}, country code, number, 7 to 15 digits
     * @return this
     * @throws IllegalArgumentException when it has another form
     */
    public ProfileBuilder phone(String number) {
        if (!E164.matcher(number).matches()) {
            throw new IllegalArgumentException(
                    "phone of " + number.length() + " characters (expected: + and 7 to 15 digits, as in E.164)");
        }
        phones.add(number);
        return this;
    }

    /**
     * Adds a postal address.
     *
     * @param address the address
     * @return this
     */
    public ProfileBuilder address(PostalAddress address) {
        addresses.add(address);
        return this;
    }

    /**
     * Adds a statement of consent. Its customer becomes the profile's id and its proof stays behind: no id or path of
     * the shop enters a profile.
     *
     * @param consent the statement
     * @return this
     */
    public ProfileBuilder consent(Consent consent) {
        Exchangeable.instant("consent", consent.at());
        Consent.Builder statement = Consent.builder(CustomerId.of(id.value()), consent.channel(), consent.purpose())
                .status(consent.status())
                .at(consent.at())
                .method(consent.method())
                .wording(consent.wording());
        consent.expiresAt().ifPresent(end -> statement.expiresAt(Exchangeable.instant("end of consent", end)));
        consents.add(statement.build());
        return this;
    }

    /**
     * Adds a preference, in place of one of the same name.
     *
     * @param preference a code such as {@code contact-time}
     * @param choice 1 to 200 characters
     * @return this
     */
    public ProfileBuilder preference(String preference, String choice) {
        preferences.put(Texts.code("preference", preference), Texts.required("preference " + preference, choice, 200));
        return this;
    }

    /**
     * Adds an interest.
     *
     * @param interest the interest
     * @return this
     */
    public ProfileBuilder interest(Profile.Interest interest) {
        interests.add(interest);
        return this;
    }

    /**
     * Adds a segment the person is in.
     *
     * @param segment its id: a code such as {@code loyal}
     * @return this
     */
    public ProfileBuilder segment(String segment) {
        segments.add(Texts.code("segment", segment));
        return this;
    }

    /**
     * Sets what the person's orders come to.
     *
     * @param summary the summary
     * @return this
     */
    public ProfileBuilder value(OrderSummary summary) {
        value = summary;
        return this;
    }

    /**
     * Adds an order.
     *
     * @param order the order
     * @return this
     */
    public ProfileBuilder order(Profile.PastOrder order) {
        orders.add(order);
        return this;
    }

    /**
     * The profile.
     *
     * @return never null
     * @throws IllegalArgumentException naming every part that is missing or too much
     */
    public Profile build() {
        Problems problems = new Problems();
        problems.require("at", at);
        problems.when(
                revision < 0 || revision > MAX_REVISION,
                "revision: " + revision + " (expected: 0 or more, at most 18 digits)");
        problems.when(
                nameLanguage != null && name == null, "language of name: no name (expected: a name it is written in)");
        problems.when(
                birthDate != null
                        && birthDate
                                .date()
                                .map(day -> day.getYear() < 1 || day.getYear() > 9999)
                                .orElse(false),
                "birth date: a year out of bounds (expected: 1 to 9999)");
        parts().forEach((part, entries) -> problems.when(
                entries.size() > MAX_ENTRIES,
                part + ": " + entries.size() + " (expected: at most " + MAX_ENTRIES + ")"));
        problems.orThrow("profile " + id);
        return new Profile(this, Objects.requireNonNull(at));
    }

    private Map<String, Collection<?>> parts() {
        Map<String, Collection<?>> parts = new LinkedHashMap<>();
        parts.put("keys", keys);
        parts.put("emails", emails);
        parts.put("phones", phones);
        parts.put("addresses", addresses);
        parts.put("consents", consents);
        parts.put("preferences", preferences.keySet());
        parts.put("interests", interests);
        parts.put("segments", segments);
        parts.put("orders", orders);
        return parts;
    }

    private static Locale language(String what, Locale locale) {
        String tag = locale.toLanguageTag();
        if (tag.equals("und") || tag.length() > 60 || !LANGUAGE.matcher(tag).matches()) {
            throw new IllegalArgumentException(what + ": a tag of " + tag.length()
                    + " characters (expected: a BCP 47 tag of at most 60 that names a language, such as fr-BE)");
        }
        return Locale.forLanguageTag(tag);
    }
}
