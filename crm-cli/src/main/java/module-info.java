/** The {@code crm} command and its demo. */
module org.modestcrm.cli {
    requires org.modestcrm;
    requires org.modestcrm.csv;
    requires org.modestcrm.email;
    requires org.modestcrm.exchange;
    requires org.modestcrm.json;
    requires info.picocli;
    requires static org.jspecify;

    exports org.modestcrm.cli;

    opens org.modestcrm.cli to
            info.picocli;
}
