/** Which records of a shop's sources are one person, and which persons one household: found, explained, undone. */
module org.modestcrm.identity {
    requires transitive org.modestcrm;
    requires com.google.i18n.phonenumbers.libphonenumber;
    requires org.apache.commons.codec;
    requires static transitive org.jspecify;

    exports org.modestcrm.identity;
}
