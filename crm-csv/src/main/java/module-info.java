/** Orders from CSV files: streaming, with a report of every line that could not be used. */
module org.modestcrm.csv {
    requires transitive org.modestcrm;
    requires de.siegmar.fastcsv;
    requires static transitive org.jspecify;

    exports org.modestcrm.csv;
}
