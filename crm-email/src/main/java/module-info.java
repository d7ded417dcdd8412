/** Order mails: rendered once, kept, sent once. */
module org.modestcrm.email {
    requires transitive org.modestcrm;
    requires apache.mime4j.core;
    requires apache.mime4j.dom;
    requires com.samskivert.jmustache;
    requires jakarta.mail;
    requires org.eclipse.angus.mail;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports org.modestcrm.email;
    exports org.modestcrm.email.feedback;
}
