package org.modestcrm.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.modestcrm.customer.PostalAddress;

/** The lines of an address in the order its country writes them. */
final class AddressLines {
    private static final Map<String, String> PATTERNS = Resources.properties("addresses.properties");
    private static final Pattern PART = Pattern.compile("postcode|city|region");
    private static final String MISSING = "\0";
    private static final String OTHER = "other";

    private AddressLines() {}

    static List<String> of(String name, PostalAddress address, Locale reader) {
        List<String> lines = new ArrayList<>();
        add(lines, name);
        for (String line : pattern(address).split("\\|", -1)) {
            if (line.equals("lines")) {
                address.lines().forEach(street -> add(lines, street));
            } else {
                add(lines, filled(line, address));
            }
        }
        address.country().map(code -> country(code, reader)).ifPresent(country -> add(lines, country));
        return lines;
    }

    private static String pattern(PostalAddress address) {
        String country = address.country().orElse(OTHER);
        return Objects.requireNonNull(PATTERNS.getOrDefault(country, PATTERNS.get(OTHER)));
    }

    /** What stands between two parts goes when one of them is missing. */
    private static String filled(String line, PostalAddress address) {
        Map<String, String> parts =
                Map.of("postcode", address.postcode(), "city", address.city(), "region", address.region());
        String filled = PART.matcher(line).replaceAll(part -> {
            String value = Objects.requireNonNull(parts.get(part.group()));
            return value.isEmpty() ? MISSING : Matcher.quoteReplacement(value);
        });
        return filled.replaceAll("〒" + MISSING + "|[ ,-]*" + MISSING + "[ ,-]*", " ")
                .strip();
    }

    private static void add(List<String> lines, String line) {
        if (!line.isBlank()) {
            lines.add(line.strip());
        }
    }

    private static String country(String code, Locale reader) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(reader);
    }
}
