/** Every store over plain JDBC. */
module org.modestcrm.jdbc {
    requires transitive org.modestcrm;
    requires transitive java.sql;
    requires org.modestcrm.json;
    requires static transitive org.jspecify;

    exports org.modestcrm.jdbc;
}
