package org.modestcrm.identity;

/**
 * What two records are compared by, and the levels of agreement of each, best first. A level's place is its number; what
 * one of the records does not say is no level and counts nothing. With each level goes how often it is seen, as shipped:
 * among records of one person, of two persons of one household, and of strangers.
 */
enum Evidence {
    GIVEN_NAME(
            level("exact", 0.78, 0.040, 0.008),
            level("variant", 0.06, 0.008, 0.002),
            level("near", 0.10, 0.008, 0.003),
            level("initial", 0.03, 0.002, 0.002),
            level("different", 0.03, 0.942, 0.985)),
    FAMILY_NAME(
            level("exact", 0.75, 0.76, 0.002),
            level("part", 0.05, 0.06, 0.001),
            level("near", 0.17, 0.08, 0.001),
            level("different", 0.03, 0.10, 0.996)),
    MAILBOX_NAME(level("fits", 0.60, 0.45, 0.002), level("different", 0.40, 0.55, 0.998)),
    EMAIL(
            level("same", 0.65, 0.10, 0.00002),
            level("near", 0.05, 0.002, 0.000003),
            level("alike", 0.02, 0.004, 0.00002),
            level("same local part", 0.02, 0.002, 0.0001),
            level("different", 0.26, 0.892, 0.99986)),
    PHONE(
            level("same mobile", 0.40, 0.02, 0.00001),
            level("same line", 0.15, 0.30, 0.00001),
            level("near", 0.03, 0.02, 0.00001),
            level("different lines", 0.36, 0.40, 0.55),
            level("different mobiles", 0.06, 0.26, 0.44997)),
    STREET(
            level("same", 0.65, 0.75, 0.0002),
            level("near", 0.08, 0.10, 0.0002),
            level("same street", 0.02, 0.01, 0.01),
            level("different", 0.25, 0.14, 0.9896)),
    PLACE(
            level("postcode and city", 0.68, 0.78, 0.002),
            level("postcode", 0.10, 0.10, 0.004),
            level("city", 0.06, 0.02, 0.02),
            level("different", 0.16, 0.10, 0.974)),
    ADDRESS_EXTRA(
            level("same", 0.60, 0.70, 0.001), level("near", 0.10, 0.10, 0.002), level("different", 0.30, 0.20, 0.997)),
    REGION(level("same", 0.90, 0.95, 0.25), level("different", 0.10, 0.05, 0.75)),
    BIRTH_DATE(
            level("same", 0.80, 0.01, 0.00005),
            level("near", 0.10, 0.004, 0.0006),
            level("close", 0.02, 0.010, 0.008),
            level("same year", 0.05, 0.012, 0.012),
            level("different", 0.03, 0.964, 0.97935)),
    BIRTH_YEAR(level("fits", 0.50, 0.02, 0.013), level("different", 0.50, 0.98, 0.987)),
    TITLE(level("same", 0.97, 0.15, 0.5), level("different", 0.03, 0.85, 0.5)),
    COMPANY(level("same", 0.50, 0.40, 0.001), level("different", 0.50, 0.60, 0.999)),
    IDENTIFIER(
            level("same", 0.80, 0.002, 0.000001),
            level("near", 0.12, 0.001, 0.00001),
            level("different", 0.08, 0.997, 0.99999));

    /** The number of a comparison of which one record says nothing. */
    static final byte MISSING = -1;

    private final Level[] levels;

    Evidence(Level... levels) {
        this.levels = levels;
    }

    /** How often a level is seen, by what the two records are. */
    record Level(String name, double person, double household, double strangers) {}

    private static Level level(String name, double person, double household, double strangers) {
        return new Level(name, person, household, strangers);
    }

    /** Where tables hold it; the order of the constants is that of the steps of an explanation. */
    @SuppressWarnings("EnumOrdinal") // tables live no longer than the running program
    int place() {
        return ordinal();
    }

    int levels() {
        return levels.length;
    }

    Level level(int number) {
        return levels[number];
    }

    /** The number of the level of disagreement. */
    byte worst() {
        return (byte) (levels.length - 1);
    }
}
