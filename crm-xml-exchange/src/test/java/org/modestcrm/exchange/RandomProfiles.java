package org.modestcrm.exchange;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.modestcrm.consent.Consent;
import org.modestcrm.consent.ConsentStatus;
import org.modestcrm.consent.Purpose;
import org.modestcrm.customer.BirthDate;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.PersonName;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.exchangelog.OrderSummary;
import org.modestcrm.exchangelog.Profile;
import org.modestcrm.exchangelog.ProfileBuilder;
import org.modestcrm.exchangelog.ProfileId;
import org.modestcrm.money.Money;
import org.modestcrm.order.OrderLine;
import org.modestcrm.order.OrderStatus;

/** Profiles of any shape, with characters of all planes; the same seed gives the same ones. */
final class RandomProfiles {
    private static final String[] LANGUAGES = {"fr", "fr-BE", "ru-Cyrl", "zh-Hant-TW", "de-1996", "sl-rozaj-biske"};
    private static final Currency[] CURRENCIES = {
        Currency.getInstance("EUR"), Currency.getInstance("JPY"), Currency.getInstance("GBP")
    };
    private final SplittableRandom random;

    RandomProfiles(long seed) {
        random = new SplittableRandom(seed);
    }

    Profile next(int number) {
        ProfileBuilder profile = Profile.builder(ProfileId.of("p" + number + "." + random.nextInt(1000)))
                .revision(random.nextLong(1_000_000_000_000_000_000L))
                .at(instant());
        person(profile);
        for (int i = random.nextInt(4); i > 0; i--) {
            profile.key(new Profile.Key("hmac-email.k" + i, "aZ09+/=._:-"));
            profile.email(EmailAddress.of("a.b+c" + random.nextInt(100) + "@ex-\u00e4mple.org"));
            profile.phone("+4930" + (100_000 + random.nextInt(900_000)));
            profile.address(address());
            profile.consent(consent());
            profile.preference("p" + i, text(200));
            profile.interest(new Profile.Interest(
                    "garden." + i,
                    new BigDecimal("0." + random.nextInt(10000)),
                    random.nextBoolean() ? Profile.Interest.Source.STATED : Profile.Interest.Source.INFERRED));
            profile.segment("seg_" + i);
            profile.order(order(i));
        }
        if (random.nextBoolean()) {
            Instant first = instant();
            profile.value(new OrderSummary(1 + random.nextInt(Integer.MAX_VALUE - 1), first, first, money(true)));
        }
        return profile.build();
    }

    private void person(ProfileBuilder profile) {
        if (random.nextInt(4) > 0) {
            profile.name(PersonName.builder()
                    .given(random.nextBoolean() ? "" : text(200))
                    .family(random.nextBoolean() ? "" : text(200))
                    .full(text(400))
                    .build());
            if (random.nextBoolean()) {
                profile.nameLanguage(language());
            }
        }
        if (random.nextBoolean()) {
            profile.language(language());
        }
        switch (random.nextInt(3)) {
            case 0 -> profile.birthDate(BirthDate.withoutYear(MonthDay.of(2, 29)));
            case 1 -> profile.birthDate(BirthDate.of(LocalDate.of(1, 1, 1).plusDays(random.nextInt(3_600_000))));
            default -> {}
        }
    }

    private Locale language() {
        return Locale.forLanguageTag(LANGUAGES[random.nextInt(LANGUAGES.length)]);
    }

    private Instant instant() {
        long second = random.nextLong(-62_135_510_400L, 253_402_214_400L);
        return Instant.ofEpochSecond(second, random.nextInt(3) == 0 ? 0 : random.nextInt(1_000_000_000));
    }

    private Money money(boolean negative) {
        BigDecimal amount =
                new BigDecimal(BigInteger.valueOf(random.nextLong(100_000_000_000_000L)), random.nextInt(5));
        return Money.of(
                negative && random.nextBoolean() ? amount.negate() : amount,
                CURRENCIES[random.nextInt(CURRENCIES.length)]);
    }

    private PostalAddress address() {
        PostalAddress.Builder address = PostalAddress.builder();
        for (int i = 1 + random.nextInt(9); i > 0; i--) {
            address.line(text(200));
        }
        if (random.nextBoolean()) {
            address.postcode(text(20)).city(text(200)).region(text(200));
        }
        return (random.nextBoolean() ? address.country("FR") : address).build();
    }

    private Consent consent() {
        Instant at = Instant.ofEpochSecond(random.nextLong(2_000_000_000L));
        Consent.Builder consent = Consent.builder(
                        CustomerId.of("x"), Channel.EMAIL, Purpose.of("P" + random.nextInt(100)))
                .status(ConsentStatus.values()[random.nextInt(4)])
                .at(at);
        if (random.nextBoolean()) {
            consent.expiresAt(at.plusSeconds(1 + random.nextInt(1000)))
                    .method(text(100))
                    .wording(text(100));
        }
        return consent.build();
    }

    private Profile.PastOrder order(int number) {
        Money total = money(true);
        List<OrderLine> lines = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Money price = Money.of(money(false).amount(), total.currency());
            lines.add(new OrderLine(
                    text(100),
                    random.nextBoolean() ? "" : text(1000),
                    1 + random.nextInt(Integer.MAX_VALUE - 1),
                    price));
        }
        return new Profile.PastOrder(
                ProfileId.of("o" + number), instant(), OrderStatus.values()[random.nextInt(6)], total, lines);
    }

    /** A text with something besides blanks, of characters the format takes. */
    String text(int maxChars) {
        int length = 1 + random.nextInt(Math.min(maxChars, 30));
        StringBuilder text = new StringBuilder("x");
        while (text.length() + 2 <= length) {
            text.appendCodePoint(character());
        }
        return text.toString();
    }

    private int character() {
        while (true) {
            int c = switch (random.nextInt(4)) {
                case 0 -> ' ' + random.nextInt(95);
                case 1 -> "<>&\"' ]".charAt(random.nextInt(7));
                case 2 -> random.nextInt(0x10000);
                default -> random.nextInt(0x110000);
            };
            boolean legal = !Character.isISOControl(c)
                    && !(c >= 0xd800 && c <= 0xdfff)
                    && c != 0xfffe
                    && c != 0xffff
                    && c != 0x202d
                    && c != 0x202e;
            if (legal) {
                return c;
            }
        }
    }
}
