package org.modestcrm.exchange;

import java.util.Locale;

/** The words of closed lists, as they stand in documents. */
final class Words {
    private Words() {}

    static String of(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
