package org.modestcrm.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.modestcrm.source.RecordKey;

/** A record in the form in which it is compared: what it says, normalised, and nothing that is junk. */
final class Features {
    /** A record that says nothing. */
    static final Features NOTHING =
            of(PersonRecord.builder(RecordKey.of("none", "none")).build(), "");

    private static final int MOST = 8;

    final RecordKey key;
    final NormalisedName name;
    final NormalisedEmail[] emails;
    final NormalisedPhone[] phones;
    final NormalisedAddress[] addresses;
    final @Nullable NormalisedBirth birth;
    final String region;
    final String company;
    final String[] identifiers;

    private Features(PersonRecord record, String home) {
        key = record.key();
        name = NormalisedName.of(record);
        emails = record.values(PersonField.EMAIL).stream()
                .limit(MOST)
                .flatMap(email -> NormalisedEmail.of(email).stream())
                .filter(email -> email.kind() != NormalisedEmail.Kind.SHARED)
                .distinct()
                .toArray(NormalisedEmail[]::new);
        String country = record.value(PersonField.COUNTRY, 0).strip();
        phones = record.values(PersonField.PHONE).stream()
                .limit(MOST)
                .flatMap(phone -> NormalisedPhone.of(phone, country.isEmpty() ? home : country).stream())
                .distinct()
                .toArray(NormalisedPhone[]::new);
        addresses = NormalisedAddress.of(record).toArray(NormalisedAddress[]::new);
        birth = record.values(PersonField.BIRTH_DATE).stream()
                .map(NormalisedBirth::of)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
        region = Fold.joined(record.value(PersonField.REGION, 0));
        company = company(record.value(PersonField.COMPANY, 0));
        identifiers = identifiers(record);
    }

    private Features(Features from, Set<Long> generic) {
        key = from.key;
        name = from.name;
        emails = Arrays.stream(from.emails)
                .filter(email -> !generic.contains(GenericValues.hash(email)))
                .toArray(NormalisedEmail[]::new);
        phones = Arrays.stream(from.phones)
                .filter(phone -> !generic.contains(GenericValues.hash(phone)))
                .toArray(NormalisedPhone[]::new);
        addresses = from.addresses;
        birth = from.birth;
        region = from.region;
        company = from.company;
        identifiers = from.identifiers;
    }

    /** The same without values that are everybody's. */
    Features without(Set<Long> generic) {
        return generic.isEmpty() ? this : new Features(this, generic);
    }

    static Features of(PersonRecord record, String homeCountry) {
        return new Features(record, homeCountry);
    }

    private static String company(String given) {
        return String.join(
                "",
                Fold.words(given).stream()
                        .filter(word -> !Wordlists.LEGAL_FORMS.contains(word))
                        .toList());
    }

    private static String[] identifiers(PersonRecord record) {
        List<String> all = new ArrayList<>(1);
        for (Map.Entry<String, List<String>> kind : record.identifiers().entrySet()) {
            for (String value :
                    kind.getValue().subList(0, Math.min(MOST, kind.getValue().size()))) {
                String plain = Fold.cut(value).strip().toUpperCase(Locale.ROOT).replaceAll("[\\s.-]", "");
                if (!plain.isEmpty() && plain.chars().distinct().count() > 1) {
                    all.add(kind.getKey() + '\n' + plain);
                }
            }
        }
        return all.toArray(new String[0]);
    }

    /** The first personal mailbox; null when there is none. */
    @Nullable NormalisedEmail mailbox() {
        for (NormalisedEmail email : emails) {
            if (email.personal()) {
                return email;
            }
        }
        return null;
    }
}
