/** Rules files and the model as JSON and YAML. */
module org.modestcrm.json {
    requires transitive org.modestcrm;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.yaml;
    requires static transitive org.jspecify;

    exports org.modestcrm.json;
}
