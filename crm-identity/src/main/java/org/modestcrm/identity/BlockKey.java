package org.modestcrm.identity;

import java.util.EnumSet;
import java.util.Set;

/** The kinds of keys under which records are looked up; records that share none are not compared. */
enum BlockKey {
    EMAIL(Evidence.EMAIL, Evidence.MAILBOX_NAME, Evidence.BIRTH_YEAR),
    MAILBOX(Evidence.EMAIL, Evidence.MAILBOX_NAME, Evidence.BIRTH_YEAR),
    PHONE(Evidence.PHONE),
    IDENTIFIER(Evidence.IDENTIFIER),
    NAME(Evidence.GIVEN_NAME, Evidence.FAMILY_NAME, Evidence.MAILBOX_NAME),
    NAME_SOUND(Evidence.GIVEN_NAME, Evidence.FAMILY_NAME, Evidence.MAILBOX_NAME),
    FAMILY_PLACE(Evidence.FAMILY_NAME, Evidence.PLACE),
    GIVEN_PLACE(Evidence.GIVEN_NAME, Evidence.PLACE),
    ADDRESS(Evidence.STREET, Evidence.PLACE),
    GIVEN_STREET(Evidence.GIVEN_NAME, Evidence.STREET),
    BIRTH(Evidence.BIRTH_DATE),
    GIVEN_BIRTH(Evidence.GIVEN_NAME, Evidence.BIRTH_DATE),
    FAMILY_BIRTH(Evidence.FAMILY_NAME, Evidence.BIRTH_DATE),
    MAILBOX_NAME(Evidence.FAMILY_NAME, Evidence.MAILBOX_NAME),
    NAME_PIECES(Evidence.GIVEN_NAME, Evidence.FAMILY_NAME, Evidence.MAILBOX_NAME);

    private final Set<Evidence> fixed;

    BlockKey(Evidence first, Evidence... more) {
        fixed = EnumSet.of(first, more);
    }

    /** What keeps keys of different kinds apart. */
    @SuppressWarnings("EnumOrdinal") // keys live no longer than the running program
    int place() {
        return ordinal();
    }

    /** The evidence that records under one key agree on because of the key; nothing can be learned of it there. */
    Set<Evidence> fixed() {
        return fixed;
    }
}
