package org.modestcrm.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
import org.modestcrm.exchangelog.Tombstone;
import org.modestcrm.internal.Texts;
import org.modestcrm.money.Money;
import org.modestcrm.order.OrderLine;
import org.modestcrm.order.OrderStatus;

/** Makes profiles and tombstones of the elements stood on; one fault a child, the record is read to its end. */
final class ProfileBinding {
    private static final Shape PROFILE = Shape.of("profile", "id", "rev", "at");
    private static final Shape GONE = Shape.of("gone", "id", "rev", "at", "reason");
    private static final Shape KEY = Shape.of("key", "scheme");
    private static final Shape NAME = Shape.of("name").optional("lang");
    private static final Shape CONSENT =
            Shape.of("consent", "channel", "purpose", "status", "at").optional("until", "method", "wording");
    private static final Shape PREFERENCE = Shape.of("preference", "name");
    private static final Shape INTEREST = Shape.of("interest", "name", "weight", "source");
    private static final Shape VALUE = Shape.of("value", "orders", "first", "last", "total", "currency");
    private static final Shape ORDER = Shape.of("order", "id", "at", "status", "total", "currency");
    private static final List<String> ADDRESS_PARTS = List.of("line", "postcode", "city", "region", "country");
    /** Whose consents they are until the profile claims them. */
    private static final CustomerId SOMEBODY = CustomerId.of("profile");
    /** The rank of what is not ours: behind all. */
    private static final int FOREIGN = 100;

    private static final Shape LINE = Shape.of("line", "sku", "quantity", "price");

    private final GuardedXml xml;
    private final XmlValues values;
    private final Faults faults;
    private final Set<String> preferences = new HashSet<>();
    private final Set<ProfileId> orders = new HashSet<>();

    ProfileBinding(GuardedXml xml, Faults faults) {
        this.xml = xml;
        this.values = new XmlValues(xml);
        this.faults = faults;
    }

    Tombstone gone() throws Fault {
        @Nullable String[] given = xml.attributes(GONE);
        ProfileId id = values.id("id", given(given, 0));
        xml.record(id.value());
        Tombstone tombstone = new Tombstone(
                id,
                values.number("rev", given(given, 1)),
                values.time("at", given(given, 2)),
                values.word("reason", given(given, 3), Tombstone.Reason.values()));
        xml.empty();
        return tombstone;
    }

    /** Empty when something in it was wrong; what it was is among the faults then. */
    Optional<Profile> profile() throws Fault {
        @Nullable String[] given = xml.attributes(PROFILE);
        Place place = xml.place();
        ProfileId id = values.id("id", given(given, 0));
        xml.record(id.value());
        place = Place.ofRecord(place, id.value());
        ProfileBuilder profile = Profile.builder(id)
                .revision(values.number("rev", given(given, 1)))
                .at(values.time("at", given(given, 2)));
        preferences.clear();
        orders.clear();
        long before = faults.count();
        children(profile);
        if (faults.count() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(profile.build());
        } catch (IllegalArgumentException e) {
            throw xml.fault(ProblemCode.PX_CONTRADICTION, place, String.valueOf(e.getMessage()));
        }
    }

    private void children(ProfileBuilder profile) throws Fault {
        ProfileField last = null;
        boolean foreign = false;
        while (xml.child()) {
            int level = xml.depth();
            try {
                ProfileField field = xml.isOurs() ? ProfileField.of(xml.name()) : null;
                if (field == null) {
                    foreign |= !xml.isOurs();
                    xml.extension();
                } else {
                    checkOrder(field, last, foreign);
                    last = field;
                    child(profile, field);
                }
            } catch (Fault fault) {
                if (fault.isFatal()) {
                    throw fault;
                }
                faults.add(fault.problem());
                xml.skipTo(level);
            }
        }
    }

    private void checkOrder(ProfileField field, @Nullable ProfileField last, boolean foreign) throws Fault {
        if (foreign || last != null && field.compareTo(last) < 0) {
            throw xml.unexpected();
        }
        if (field == last && !field.isList()) {
            throw xml.fault(ProblemCode.PX_REPEATED, field + ": a second time (expected: at most once)");
        }
    }

    private void child(ProfileBuilder profile, ProfileField field) throws Fault {
        switch (field) {
            case KEY -> key(profile);
            case NAME -> name(profile);
            case BORN -> profile.birthDate(birthDate(plainText()));
            case LANGUAGE -> profile.language(values.language("language", plainText()));
            case EMAIL -> {
                String address = values.plain("email", plainText());
                profile.email(values.valid(ProblemCode.PX_EMAIL, () -> EmailAddress.of(address)));
            }
            case PHONE -> {
                String number = plainText();
                values.valid(ProblemCode.PX_PHONE, () -> profile.phone(number));
            }
            case ADDRESS -> profile.address(address());
            case CONSENT -> consent(profile);
            case PREFERENCE -> preference(profile);
            case INTEREST -> interest(profile);
            case SEGMENT -> {
                String segment = plainText();
                values.valid(ProblemCode.PX_CODE, () -> profile.segment(segment));
            }
            case VALUE -> profile.value(value());
            case ORDER -> profile.order(order());
        }
    }

    private String plainText() throws Fault {
        xml.noAttributes();
        return xml.text();
    }

    private void key(ProfileBuilder profile) throws Fault {
        String scheme = given(xml.attributes(KEY), 0);
        String key = xml.text();
        profile.key(values.valid(ProblemCode.PX_KEY, () -> new Profile.Key(scheme, key)));
    }

    private void name(ProfileBuilder profile) throws Fault {
        @Nullable String lang = xml.attributes(NAME)[0];
        if (lang != null) {
            profile.nameLanguage(values.language("lang", lang));
        }
        Place place = xml.place();
        @Nullable String[] parts = texts(List.of("given", "family", "full"));
        if (parts[2] == null) {
            throw xml.fault(ProblemCode.PX_MISSING, place, "full: missing (expected: an element of name)");
        }
        profile.name(values.valid(
                ProblemCode.PX_TEXT,
                () -> PersonName.builder()
                        .given(Objects.requireNonNullElse(parts[0], ""))
                        .family(Objects.requireNonNullElse(parts[1], ""))
                        .full(Texts.required("full", given(parts, 2), 400))
                        .build()));
    }

    /** The texts of children of these names, each at most once and in this order. */
    private @Nullable String[] texts(List<String> names) throws Fault {
        @Nullable String[] texts = new @Nullable String[names.size()];
        int last = -1;
        while (xml.child()) {
            int at = xml.isOurs() ? names.indexOf(xml.name()) : -1;
            if (at <= last) {
                throw xml.unexpected();
            }
            String what = names.get(at);
            texts[at] = values.text(what, plainText());
            last = at;
        }
        return texts;
    }

    private BirthDate birthDate(String text) throws Fault {
        String date = XmlValues.strip(text);
        boolean fits = date.length() == (date.startsWith("--") ? 7 : 10) && !date.startsWith("0000");
        return fits && !date.startsWith("+")
                ? values.valid(ProblemCode.PX_DATE, () -> BirthDate.parse(date))
                : values.valid(ProblemCode.PX_DATE, () -> BirthDate.parse("-"));
    }

    private PostalAddress address() throws Fault {
        xml.noAttributes();
        Place place = xml.place();
        PostalAddress.Builder address = PostalAddress.builder();
        int last = 0;
        while (xml.child()) {
            int rank = xml.isOurs() ? ADDRESS_PARTS.indexOf(xml.name()) : FOREIGN;
            if (rank < 0 || rank == FOREIGN) {
                xml.extension();
            } else if (rank < last || rank == last && rank > 0) {
                throw xml.unexpected();
            } else {
                addressPart(address, ADDRESS_PARTS.get(rank));
            }
            last = rank < 0 ? last : rank;
        }
        try {
            return address.build();
        } catch (IllegalArgumentException e) {
            throw xml.fault(ProblemCode.PX_CONTRADICTION, place, String.valueOf(e.getMessage()));
        }
    }

    private void addressPart(PostalAddress.Builder address, String part) throws Fault {
        String text = values.text(part, plainText());
        switch (part) {
            case "line" -> values.valid(ProblemCode.PX_TEXT, () -> address.line(text));
            case "postcode" -> values.valid(ProblemCode.PX_TEXT, () -> address.postcode(text));
            case "city" -> values.valid(ProblemCode.PX_TEXT, () -> address.city(text));
            case "region" -> values.valid(ProblemCode.PX_TEXT, () -> address.region(text));
            default -> country(address, text);
        }
    }

    private void country(PostalAddress.Builder address, String code) throws Fault {
        try {
            address.country(code);
        } catch (IllegalArgumentException e) {
            throw xml.fault(
                    ProblemCode.PX_COUNTRY,
                    "country of " + code.length()
                            + " characters is unknown (expected: ISO 3166-1 alpha-2, such as FR)");
        }
    }

    private void consent(ProfileBuilder profile) throws Fault {
        @Nullable String[] given = xml.attributes(CONSENT);
        Channel channel = values.valid(ProblemCode.PX_CODE, () -> Channel.of(given(given, 0)));
        Purpose purpose = values.valid(ProblemCode.PX_CODE, () -> Purpose.of(given(given, 1)));
        Consent.Builder consent = Consent.builder(SOMEBODY, channel, purpose)
                .status(values.word("status", given(given, 2), ConsentStatus.values()))
                .at(values.time("at", given(given, 3)));
        String until = given[4];
        if (until != null) {
            consent.expiresAt(values.time("until", until));
        }
        String method = given[5];
        if (method != null) {
            String text = values.text("method", method);
            values.valid(ProblemCode.PX_TEXT, () -> consent.method(text));
        }
        String wording = given[6];
        if (wording != null) {
            String text = values.text("wording", wording);
            values.valid(ProblemCode.PX_TEXT, () -> consent.wording(text));
        }
        values.valid(ProblemCode.PX_CONTRADICTION, () -> profile.consent(consent.build()));
        xml.empty();
    }

    private void preference(ProfileBuilder profile) throws Fault {
        String name = given(xml.attributes(PREFERENCE), 0);
        if (!preferences.add(name)) {
            throw xml.fault(ProblemCode.PX_DUPLICATE, "preference: its name a second time (expected: once a profile)");
        }
        values.valid(ProblemCode.PX_CODE, () -> Texts.code("name of preference", name));
        String choice = values.text("preference", xml.text());
        values.valid(ProblemCode.PX_TEXT, () -> profile.preference(name, choice));
    }

    private void interest(ProfileBuilder profile) throws Fault {
        @Nullable String[] given = xml.attributes(INTEREST);
        String name = given(given, 0);
        values.valid(ProblemCode.PX_CODE, () -> Texts.code("name of interest", name));
        String weight = given(given, 1);
        if (!weight.matches("0(\\.[0-9]{1,4})?|1(\\.0{1,4})?")) {
            throw xml.fault(
                    ProblemCode.PX_NUMBER,
                    "weight: out of bounds (expected: 0 to 1 with at most 4 decimals, such as 0.5)");
        }
        Profile.Interest.Source source = values.word("source", given(given, 2), Profile.Interest.Source.values());
        profile.interest(new Profile.Interest(name, new BigDecimal(weight), source));
        xml.empty();
    }

    private OrderSummary value() throws Fault {
        @Nullable String[] given = xml.attributes(VALUE);
        int count = values.pieces("orders", given(given, 0));
        Instant first = values.time("first", given(given, 1));
        Instant last = values.time("last", given(given, 2));
        Money total = values.money("total", given(given, 3), given(given, 4));
        OrderSummary summary =
                values.valid(ProblemCode.PX_CONTRADICTION, () -> new OrderSummary(count, first, last, total));
        xml.empty();
        return summary;
    }

    private Profile.PastOrder order() throws Fault {
        @Nullable String[] given = xml.attributes(ORDER);
        ProfileId id = values.id("id of order", given(given, 0));
        if (!orders.add(id)) {
            throw xml.fault(ProblemCode.PX_DUPLICATE, "order " + id + ": a second time (expected: once a profile)");
        }
        Instant at = values.time("at", given(given, 1));
        OrderStatus status = values.word("status", given(given, 2), OrderStatus.values());
        String currency = given(given, 4);
        Money total = values.money("total", given(given, 3), currency);
        return new Profile.PastOrder(id, at, status, total, lines(currency));
    }

    private List<OrderLine> lines(String currency) throws Fault {
        List<OrderLine> lines = new ArrayList<>();
        boolean foreign = false;
        while (xml.child()) {
            boolean line = xml.isOurs() && xml.name().equals("line");
            if (line && foreign) {
                throw xml.unexpected();
            }
            if (line) {
                lines.add(line(currency));
            } else {
                foreign = !xml.isOurs();
                xml.extension();
            }
        }
        return lines;
    }

    private OrderLine line(String currency) throws Fault {
        @Nullable String[] given = xml.attributes(LINE);
        String sku = values.text("sku", given(given, 0));
        int quantity = values.pieces("quantity", given(given, 1));
        Money price = values.money("price", given(given, 2), currency);
        if (given(given, 2).startsWith("-")) {
            throw xml.fault(ProblemCode.PX_MONEY, "price: below 0 (expected: 0 or more)");
        }
        String description = values.plain("description", xml.text());
        return values.valid(ProblemCode.PX_TEXT, () -> new OrderLine(sku, description, quantity, price));
    }

    private static String given(@Nullable String[] values, int index) {
        return Objects.requireNonNull(values[index]);
    }
}
