/** Customer profiles as XML that partner sites can trust. */
module org.modestcrm.exchange {
    requires transitive org.modestcrm;
    requires static transitive org.jspecify;
}
