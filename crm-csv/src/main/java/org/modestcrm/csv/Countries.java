package org.modestcrm.csv;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.modestcrm.customer.PostalAddress;

/** From what files call a country to an address. */
final class Countries {
    private static final Set<String> CODES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final Set<String> UNKNOWN = Set.of("", "unspecified", "unknown", "n/a");
    private static final Map<String, String> CODE_BY_NAME = codeByName();

    private Countries() {}

    private static Map<String, String> codeByName() {
        Map<String, String> codes = new HashMap<>();
        for (String code : CODES) {
            codes.put(key(new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH)), code);
        }
        // names in use that are not the ones of the Unicode tables
        codes.putAll(Map.of(
                "eire", "IE",
                "rsa", "ZA",
                "usa", "US",
                "uk", "GB",
                "great britain", "GB",
                "czech republic", "CZ",
                "hong kong", "HK",
                "holland", "NL",
                "korea", "KR",
                "uae", "AE"));
        return Map.copyOf(codes);
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** The address of a country's name or code; a name that is no country's stays as a line of the address. */
    static Optional<PostalAddress> address(String name) {
        String key = key(name);
        if (UNKNOWN.contains(key)) {
            return Optional.empty();
        }
        String code = CODES.contains(name.strip()) ? name.strip() : CODE_BY_NAME.getOrDefault(key, "");
        return Optional.of(
                code.isEmpty() ? PostalAddress.builder().line(name.strip()).build() : PostalAddress.ofCountry(code));
    }
}
