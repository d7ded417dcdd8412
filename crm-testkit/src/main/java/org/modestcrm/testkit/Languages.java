package org.modestcrm.testkit;

import java.util.Locale;

/** Which language is which. */
final class Languages {
    private Languages() {}

    /** Whether who asks for one gets it in the other: {@code fr} in fr-BE, but not {@code fr-FR} in fr-BE. */
    static boolean covers(String askedTag, Locale found) {
        Locale asked = Locale.forLanguageTag(askedTag);
        return asked.getLanguage().equals(found.getLanguage())
                && (asked.getCountry().isEmpty() || asked.getCountry().equals(found.getCountry()));
    }
}
