/** Order mails: rendered once, kept, sent once. */
module org.modestcrm.email {
    requires transitive org.modestcrm;
    requires static transitive org.jspecify;
}
