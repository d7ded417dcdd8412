/** What customers are worth: descriptive figures, purchase and spend models, baskets, and a report. */
module org.modestcrm.value {
    requires transitive org.modestcrm;
    requires org.apache.commons.numbers.gamma;
    requires static transitive org.jspecify;

    exports org.modestcrm.value;
}
