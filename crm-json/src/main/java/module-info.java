/** Rules files and the model as JSON and YAML. */
module org.modestcrm.json {
    requires transitive org.modestcrm;
    requires static transitive org.jspecify;
}
