/** Customer profiles as XML that partner sites can trust. */
module org.modestcrm.exchange {
    requires transitive org.modestcrm;
    requires java.xml;
    requires com.ctc.wstx;
    requires org.codehaus.stax2;
    requires static transitive org.jspecify;

    exports org.modestcrm.exchange;
}
