package org.modestcrm.value;

import java.util.Locale;

/** The languages a report can be written in. To add one: a constant and a file {@code report_<code>.properties}. */
public enum ReportLanguage {
    /** English. */
    ENGLISH(Locale.UK),
    /** French. */
    FRENCH(Locale.FRANCE);

    private final Locale locale;

    ReportLanguage(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }
}
