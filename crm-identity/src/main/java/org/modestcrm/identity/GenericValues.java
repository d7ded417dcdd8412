package org.modestcrm.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Finds addresses and numbers that are everybody's: a toll-free number, the mailbox of a shop's till. */
final class GenericValues {
    /** Borne by so many different family names, a value is nobody's. */
    private static final int FAMILIES = 4;

    private GenericValues() {}

    static Set<Long> in(Collection<Features> records) {
        Map<Long, Set<String>> families = new HashMap<>();
        for (Features record : records) {
            if (record.name.hasFamily()) {
                String sound = Blocking.sound(record.name.familyWords().get(0));
                for (NormalisedEmail email : record.emails) {
                    families.computeIfAbsent(hash(email), value -> new HashSet<>(2))
                            .add(sound);
                }
                for (NormalisedPhone phone : record.phones) {
                    families.computeIfAbsent(hash(phone), value -> new HashSet<>(2))
                            .add(sound);
                }
            }
        }
        Set<Long> generic = new HashSet<>();
        families.forEach((value, names) -> {
            if (names.size() >= FAMILIES) {
                generic.add(value);
            }
        });
        return generic;
    }

    static long hash(NormalisedEmail email) {
        return KeySet.narrowed(1, email.address());
    }

    static long hash(NormalisedPhone phone) {
        return KeySet.narrowed(2, Long.toString(phone.number()));
    }
}
