package org.modestcrm.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.modestcrm.source.RecordKey;

/** Made-up persons of made-up households, and what careless sources say of them. The same seed gives the same crowd. */
final class Crowd {
    private static final String[] GIVEN = {
        "Jean", "Marie", "Luc", "Anne", "Paul", "Claire", "Hugo", "Emma", "Karl", "Petra", "Uwe", "Ines", "Carmen",
        "Javier", "Sanne", "Thijs", "Fleur", "Daan", "Mark", "Jane", "Susan", "Brian", "Noemie", "Camille", "Gisela"
    };
    private static final String[] SYLLABLES = {
        "ber", "dan", "fel", "gor", "hal", "jan", "kor", "lem", "mol", "nar", "pol", "qui", "ros", "sel", "tan", "vel"
    };

    private final Random random;
    private final List<PersonRecord> records = new ArrayList<>();
    private final List<String> persons = new ArrayList<>();

    private Crowd(long seed) {
        random = new Random(seed);
    }

    static Crowd of(int persons, long seed) {
        Crowd crowd = new Crowd(seed);
        int person = 0;
        while (person < persons) {
            String family = crowd.family();
            String street = (1 + crowd.random.nextInt(180)) + " rue " + crowd.family();
            String postcode = Integer.toString(10_000 + crowd.random.nextInt(85_000));
            int members = crowd.random.nextInt(4) == 0 ? 2 : 1;
            for (int i = 0; i < members; i++) {
                crowd.person(person++, family, street, postcode);
            }
        }
        return crowd;
    }

    private String family() {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private void person(int number, String family, String street, String postcode) {
        String given = GIVEN[random.nextInt(GIVEN.length)];
        String phone = "06" + (10_000_000 + random.nextInt(89_000_000));
        int year = 1940 + random.nextInt(65);
        String mail = given.toLowerCase(Locale.ROOT) + "." + family.toLowerCase(Locale.ROOT) + random.nextInt(1000)
                + "@example.org";
        String birth = String.format("%d-%02d-%02d", year, 1 + random.nextInt(12), 2 + random.nextInt(27));
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            PersonRecord.Builder record = PersonRecord.builder(RecordKey.of("s" + i, "r" + number))
                    .value(PersonField.GIVEN_NAME, random.nextInt(8) == 0 ? slip(given) : given)
                    .value(PersonField.FAMILY_NAME, random.nextInt(8) == 0 ? slip(family) : family)
                    .value(PersonField.COUNTRY, "FR");
            if (random.nextInt(3) > 0) {
                record.value(PersonField.EMAIL, mail);
            }
            if (random.nextInt(2) == 0) {
                record.value(PersonField.PHONE, phone);
            }
            if (random.nextInt(3) > 0) {
                record.value(PersonField.STREET, street).value(PersonField.POSTCODE, postcode);
            }
            if (random.nextInt(3) == 0) {
                record.value(PersonField.BIRTH_DATE, birth);
            }
            records.add(record.build());
            persons.add("p" + number);
        }
    }

    private String slip(String word) {
        int at = 1 + random.nextInt(word.length() - 1);
        return word.substring(0, at) + word.charAt(at - 1) + word.substring(at);
    }

    List<PersonRecord> records() {
        return List.copyOf(records);
    }

    /** The person of each record, in the order of {@link #records()}. */
    List<String> persons() {
        return List.copyOf(persons);
    }
}
