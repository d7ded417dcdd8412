/** Order mails: rendered once, kept, sent once. */
module org.modestcrm.email {
    requires transitive org.modestcrm;
    requires com.samskivert.jmustache;
    requires jakarta.mail;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports org.modestcrm.email;
}
