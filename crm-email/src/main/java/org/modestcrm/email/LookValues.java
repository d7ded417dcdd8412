package org.modestcrm.email;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of a mail that come from the brand, and from the direction its language is written in. */
final class LookValues {
    private static final Colour DARK_CARD = new Colour(0x1d, 0x23, 0x2a);

    /** On dark ground a colour that is just readable looks dull. */
    private static final double VIVID = 6.5;

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur", "yi", "dv", "ps", "sd", "ug");

    private LookValues() {}

    static Map<String, Object> values(Brand brand, Locale locale) {
        Map<String, Object> values = new LinkedHashMap<>();
        boolean rightToLeft = RIGHT_TO_LEFT.contains(locale.getLanguage());
        values.put("lang", locale.toLanguageTag());
        values.put("dir", rightToLeft ? "rtl" : "ltr");
        values.put("start", rightToLeft ? "right" : "left");
        values.put("end", rightToLeft ? "left" : "right");
        values.put("pictureMargin", rightToLeft ? "2px 0 2px 14px" : "2px 14px 2px 0");
        values.put("accent", brand.accent());
        values.put(
                "accentDark",
                Colour.parse("accent", brand.accent())
                        .readableOn(DARK_CARD, VIVID)
                        .toString());
        values.put("fonts", brand.look().fonts());
        values.put("radius", brand.look().radius() + "px");
        values.put("support", brand.support().value());
        values.put("phones", brand.phone().isEmpty() ? List.of() : List.of(Map.of("phone", brand.phone())));
        values.put("legal", lines(brand.legal()));
        putLogo(values, brand.look());
        return values;
    }

    private static void putLogo(Map<String, Object> values, Brand.Look look) {
        @Nullable URI logo = look.logo();
        @Nullable URI dark = look.logoDark();
        String width = Integer.toString(look.logoWidth());
        values.put("named", logo == null);
        values.put("logos", logo == null || dark != null ? List.of() : List.of(logo(logo, width)));
        values.put(
                "logoPairs",
                logo == null || dark == null
                        ? List.of()
                        : List.of(Map.of("logo", logo.toString(), "width", width, "logoDark", dark.toString())));
    }

    private static Map<String, Object> logo(URI logo, String width) {
        return Map.of("logo", logo.toString(), "width", width);
    }

    static List<Map<String, Object>> lines(List<String> lines) {
        return lines.stream().map(line -> Map.<String, Object>of("line", line)).toList();
    }
}
